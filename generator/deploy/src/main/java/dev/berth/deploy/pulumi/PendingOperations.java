package dev.berth.deploy.pulumi;

import com.pulumi.automation.StackDeployment;
import java.util.List;
import java.util.Map;

/** What a killed run left open in a stack's state. */
final class PendingOperations {

  private PendingOperations() {}

  /** Names of resources, sorted. */
  static List<String> of(StackDeployment state) {
    Object operations = state.deployment().get("pending_operations");
    return operations instanceof List<?> list
        ? list.stream().map(PendingOperations::name).sorted().toList()
        : List.of();
  }

  private static String name(Object operation) {
    return operation instanceof Map<?, ?> map
            && map.get("resource") instanceof Map<?, ?> resource
            && resource.get("urn") instanceof String urn
        ? Progress.name(urn)
        : String.valueOf(operation);
  }
}
