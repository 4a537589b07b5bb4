package dev.berth.plan;

import dev.berth.model.Access;
import dev.berth.model.Agent;
import dev.berth.model.AgentId;
import dev.berth.model.Cpu;
import dev.berth.model.Environment;
import dev.berth.model.Image;
import dev.berth.model.KnowledgeCarrier;
import java.util.List;
import java.util.Map;

/**
 * How an agent's own knowledge gets into its pod and out of it: pulled before the agent starts, and
 * pushed while it runs and once more after it has ended.
 *
 * @param store where it lies, e.g. {@code gs://acme-knowledge/agents/support/customer/}
 * @param writer whom snapshots name as their writer
 * @param pushed whether it is pushed at all: not what the agent may only read
 * @param shared folders that come down beside it, sorted by name
 */
public record CarriedKnowledge(
    Image image, String store, String writer, boolean pushed, List<Shared> shared) {

  /** Between two pushes. */
  public static final int EVERY_MINUTES = 15;

  /**
   * A folder of several teams.
   *
   * @param store where it lies, e.g. {@code gs://acme-knowledge/faq/}
   */
  public record Shared(String name, String store) {}

  /**
   * @param agent with own knowledge and an image that carries it
   * @param reaching the same agent with what every agent has
   */
  static CarriedKnowledge of(Agent agent, Agent reaching, Environment.Gke gke) {
    AgentId id = agent.id();
    return new CarriedKnowledge(
        agent.knowledgeImage().orElseThrow().value(),
        url(gke, ManagedFolder.path(id)),
        id.team() + "-" + id.agent(),
        agent.own().orElseThrow().value() == Access.READ_WRITE,
        reaching.folders().keySet().stream()
            .map(folder -> new Shared(folder.text(), url(gke, SharedFolder.path(folder))))
            .toList());
  }

  private static String url(Environment.Gke gke, String path) {
    return "gs://" + gke.bucket() + "/" + path;
  }

  /** The values of the chart's {@code knowledge}. */
  Map<String, Object> values() {
    return Inputs.of(
        "image",
        ReleasePlanner.image(image),
        "store",
        store,
        "writer",
        writer,
        "push",
        pushed,
        "every",
        EVERY_MINUTES + "m",
        "shared",
        shared.stream().map(each -> Inputs.of("name", each.name(), "store", each.store())).toList(),
        "resources",
        Inputs.of(
            "requests", resources(KnowledgeCarrier.CPU_REQUEST),
            "limits", resources(KnowledgeCarrier.CPU_LIMIT)));
  }

  private static Map<String, Object> resources(Cpu cpu) {
    return Inputs.of(
        "cpu", cpu.toString(),
        "memory", KnowledgeCarrier.MEMORY.toString(),
        "ephemeralStorage", KnowledgeCarrier.EPHEMERAL.toString());
  }
}
