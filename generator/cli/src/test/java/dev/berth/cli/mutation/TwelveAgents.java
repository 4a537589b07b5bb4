package dev.berth.cli.mutation;

import dev.berth.Generator;
import dev.berth.deploy.helm.HelmTemplate;
import dev.berth.diagnose.Checked;
import dev.berth.gather.FleetFolder;
import dev.berth.model.Fleet;
import dev.berth.plan.HelmRelease;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedTeam;
import dev.berth.render.Rendered;
import dev.berth.render.Templates;
import dev.berth.rules.objects.ObjectSet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

/** The fleet of this repository, as Berth and Helm really render it. */
record TwelveAgents(Generator generator, Plan plan, HelmTemplate helm) {

  private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  static TwelveAgents rendered() throws IOException {
    Generator generator = new Generator(Templates.in(HOME.resolve("templates")));
    Fleet fleet = ((Checked.Good<Fleet>) generator.fleet(FleetFolder.read(HOME), TODAY)).value();
    return new TwelveAgents(
        generator,
        generator.plan(fleet, fleet.environments().get(0)),
        new HelmTemplate(HOME.resolve("templates/charts/openclaw-agent")));
  }

  ObjectSet platform() {
    Plan platform = plan.platformAlone();
    return ObjectSet.of(platform, "", generator.render(platform).toList(), this::manifests);
  }

  ObjectSet team(String name) {
    PlannedTeam team =
        plan.teams().stream()
            .filter(each -> each.team().name().text().equals(name))
            .findFirst()
            .orElseThrow();
    Plan alone = plan.teamAlone(team);
    return ObjectSet.of(alone, name, generator.render(alone).toList(), this::manifests);
  }

  private String manifests(Rendered rendered) {
    return helm.render(((HelmRelease) rendered.planned()).id(), rendered.text());
  }
}
