package dev.berth.plan;

import dev.berth.model.Agent;
import dev.berth.model.AgentId;
import dev.berth.model.Channel;
import dev.berth.model.Image;
import dev.berth.model.Origin;
import dev.berth.model.Pool;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything one agent owns, and what it may do with it.
 *
 * @param pool the node pool its pod runs on; empty where Berth makes no pools
 * @param resources in the order they must be made
 * @param may all it may do, what every agent of its team may among it
 * @param asks hosts it may call, sorted
 * @param needs secrets it reads, sorted
 * @param knowledge how its own knowledge is carried; empty when it stays on its disk
 */
public record PlannedAgent(
    Agent agent,
    Optional<Pool> pool,
    List<PlannedResource> resources,
    List<Permission> may,
    List<WayOut> asks,
    List<SecretNeed> needs,
    Optional<CarriedKnowledge> knowledge) {

  static List<WayOut> sorted(List<WayOut> ways) {
    return ways.stream().sorted(Comparator.comparing(WayOut::host)).toList();
  }

  public AgentId id() {
    return agent.id();
  }

  /** What its openclaw.json is made from; empty when nothing of it runs. */
  public Optional<Map<String, Object>> openclaw() {
    for (PlannedResource each : resources) {
      if (each instanceof HelmRelease release) {
        return Optional.of(release.openclaw());
      }
      if (each instanceof LocalProcess process) {
        return Optional.of(process.openclaw());
      }
    }
    return Optional.empty();
  }

  /**
   * The line that asked for a key of its openclaw.json: a channel's, the model's, else that of the
   * version which reads it.
   *
   * @param key its path, e.g. {@code channels.discord.dmPolicy}
   */
  public Origin because(String key) {
    return agent.channels().stream()
        .filter(each -> key.matches(".*\\b" + each.kind() + "\\b.*"))
        .map(Channel::from)
        .findFirst()
        .orElseGet(
            () ->
                key.matches("models\\..*|agents\\.[^m]*\\.model\\b.*")
                    ? agent.model().from()
                    : agent.openclaw().from());
  }

  /** Of all that runs in its pod. */
  public Stream<Image> images() {
    return Stream.concat(
        Stream.of(agent.image().value()), knowledge.stream().map(CarriedKnowledge::image));
  }

  /** Whether it was granted anything on Google Cloud, and so may ask who it is. */
  public boolean hasIdentity() {
    return !may.isEmpty();
  }
}
