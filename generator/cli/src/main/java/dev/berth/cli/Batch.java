package dev.berth.cli;

import dev.berth.Generator;
import dev.berth.deploy.helm.HelmTemplate;
import dev.berth.diagnose.Finding;
import dev.berth.emit.OutputFile;
import dev.berth.plan.HelmRelease;
import dev.berth.plan.LocalProcess;
import dev.berth.plan.Plan;
import dev.berth.render.Rendered;
import dev.berth.rules.objects.ObjectRules;
import dev.berth.rules.objects.ObjectSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is rendered of one team, or of the platform: as much as must be judged together.
 *
 * @param plan of that alone
 * @param team empty for the platform
 * @param manifests what Helm makes of each release, by the path of its values; empty when it is
 *     left out
 */
record Batch(Plan plan, String team, List<Rendered> rendered, Map<String, String> manifests) {

  /** The platform, then the teams; each is rendered when it is asked for, several at once. */
  static Stream<Batch> of(Plan plan, Generator generator, Optional<HelmTemplate> helm) {
    Stream<Batch> platform =
        Stream.of(plan.platformAlone()).map(alone -> rendered(alone, "", generator, helm));
    Stream<Batch> teams =
        plan.teams().stream()
            .map(
                team -> rendered(plan.teamAlone(team), team.team().name().text(), generator, helm));
    return Stream.concat(platform, teams).parallel();
  }

  private static Batch rendered(
      Plan alone, String team, Generator generator, Optional<HelmTemplate> helm) {
    List<Rendered> rendered = generator.render(alone).toList();
    Map<String, String> manifests = new HashMap<>();
    for (Rendered each : rendered) {
      if (each.planned() instanceof HelmRelease release) {
        helm.ifPresent(it -> manifests.put(each.path(), it.render(release.id(), each.text())));
      }
    }
    return new Batch(alone, team, rendered, manifests);
  }

  /** What rules on objects find; a process of this machine is none. */
  List<Finding> findings() {
    if (rendered.stream().allMatch(each -> each.planned() instanceof LocalProcess)) {
      return List.of();
    }
    return ObjectRules.judge(
        ObjectSet.of(plan, team, rendered, each -> manifests.getOrDefault(each.path(), "")));
  }

  Stream<OutputFile> files() {
    return rendered.stream().flatMap(this::files);
  }

  private Stream<OutputFile> files(Rendered each) {
    OutputFile file = new OutputFile(each.path(), each.text());
    String text = manifests.get(each.path());
    return text == null
        ? Stream.of(file)
        : Stream.of(
            file,
            new OutputFile(each.path().replaceFirst("values\\.yaml$", "manifests.yaml"), text));
  }
}
