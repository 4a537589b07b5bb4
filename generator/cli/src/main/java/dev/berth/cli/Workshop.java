package dev.berth.cli;

import dev.berth.Generator;
import dev.berth.deploy.helm.HelmTemplate;
import dev.berth.deploy.kubernetes.ClusterRefused;
import dev.berth.deploy.kubernetes.JobRunner;
import dev.berth.deploy.kubernetes.KubernetesCluster;
import dev.berth.deploy.pulumi.AutomationRunner;
import dev.berth.deploy.pulumi.PulumiRunner;
import dev.berth.deploy.secrets.SecretLookup;
import dev.berth.deploy.secrets.SecretManagerLookup;
import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.Findings;
import dev.berth.diagnose.JsonReport;
import dev.berth.diagnose.SarifReport;
import dev.berth.diagnose.TerminalReport;
import dev.berth.gather.FleetFolder;
import dev.berth.render.Templates;
import dev.berth.rules.RulePack;
import dev.berth.source.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The parts of Berth a command works with; each is made when it is first asked for.
 *
 * @param home the checkout of Berth
 */
record Workshop(
    Path home,
    Supplier<PulumiRunner> pulumi,
    Supplier<SecretLookup> secrets,
    Clusters clusters,
    Supplier<KnowledgeParts> knowledge,
    Supplier<LaptopParts> local) {

  /** Opens clusters. */
  @FunctionalInterface
  interface Clusters {
    /** The Jobs of the cluster that a context of some kubeconfig files names. */
    JobRunner jobs(List<Path> files, String context) throws ClusterRefused;
  }

  /** With the Pulumi command line, the secrets and the clusters of whoever is logged in here. */
  static Workshop at(Path home) {
    // A method reference would load Google's client for commands that ask nobody.
    return new Workshop(
        home,
        () -> new AutomationRunner(Map.of()),
        () -> SecretManagerLookup.ofThisMachine(),
        KubernetesCluster::jobs,
        () -> KnowledgeParts.ofThisMachine(),
        () -> LaptopParts.ofThisMachine());
  }

  Sources gather(Path root) {
    return FleetFolder.read(root);
  }

  /** From declarations to files, with the templates of this checkout. */
  Generator generator() {
    try {
      return new Generator(Templates.in(home.resolve("templates")));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  HelmTemplate helm() {
    return new HelmTemplate(home.resolve("templates/charts/openclaw-agent"));
  }

  /** What is wrong, in the order every report uses. */
  String report(Format format, boolean colored, List<Diagnostic> wrong, Sources sources) {
    List<Diagnostic> sorted = wrong.stream().sorted(Diagnostic.ORDER).toList();
    return switch (format) {
      case TEXT -> new TerminalReport(colored).print(sorted, sources);
      case JSON -> new JsonReport().print(sorted);
      case SARIF -> sarif().print(sorted);
    };
  }

  /** What rules found, for programs. */
  String report(Format format, Findings findings) {
    return switch (format) {
      case TEXT -> throw new IllegalArgumentException("text shows sources, too");
      case JSON -> new JsonReport().print(findings);
      case SARIF -> sarif().print(findings);
    };
  }

  private static SarifReport sarif() {
    return new SarifReport(Version.ofBerth(), RulePack.builtIn().texts());
  }
}
