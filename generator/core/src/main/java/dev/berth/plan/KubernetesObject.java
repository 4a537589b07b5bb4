package dev.berth.plan;

import dev.berth.model.Origin;
import java.util.Map;

/**
 * An object made by one template.
 *
 * @param type {@code kubernetes:<group>/<version>:<Kind>}, with group {@code core} for none
 * @param template path below {@code templates/kubernetes}, e.g. {@code agent/network-policy.yaml}
 * @param namespace the namespace it lives in; its own name for a Namespace, empty for what belongs
 *     to the whole cluster
 * @param values what the template may say: text, whole numbers, booleans, lists and maps of these
 */
public record KubernetesObject(
    String type,
    String name,
    String template,
    String namespace,
    Map<String, Object> values,
    Origin because)
    implements PlannedResource {

  /** The same object under another name within its stack. */
  KubernetesObject named(String another) {
    return new KubernetesObject(type, another, template, namespace, values, because);
  }
}
