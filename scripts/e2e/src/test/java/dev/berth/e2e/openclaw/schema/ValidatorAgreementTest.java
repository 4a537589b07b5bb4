package dev.berth.e2e.openclaw.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.Generator;
import dev.berth.diagnose.Checked;
import dev.berth.gather.FleetFolder;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.openclaw.Objection;
import dev.berth.openclaw.SchemaCheck;
import dev.berth.plan.PlannedAgent;
import dev.berth.render.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One rendered configuration, edited in a hundred ways: OpenClaw and Berth agree on each. */
class ValidatorAgreementTest {

  private static final Path HOME = Path.of("..", "..").toAbsolutePath().normalize();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final String AGENT = "research/research";

  /**
   * What Berth leaves to OpenClaw: it would have to know what each of OpenClaw's plugins is for.
   * Here OpenClaw refuses and Berth says nothing; anything else is a disagreement too.
   */
  private static final Set<String> OPENCLAW_ALONE = Set.of("an unknown search");

  /**
   * Berth refuses a capital letter in an agent's id, as the schema does; OpenClaw reads it as a
   * small one. No agent of Berth's can have one.
   */
  private static final Set<String> BERTH_ALONE = Set.of("an agent's id with a capital");

  /** Both refuse it, and Berth says which key inside what OpenClaw names. */
  private static final Set<String> BERTH_NEARER = Set.of("a secret file of an unknown mode");

  /**
   * @param every the how manieth case is judged: a run of OpenClaw takes seconds, and the older
   *     version is there to show that each is held to its own schema
   */
  @ParameterizedTest
  @CsvSource({"BERTH_OPENCLAW, 1", "BERTH_OPENCLAW_PREVIOUS, 5"})
  void oneVerdictAndOnePath(String variable, int every, @TempDir Path scratch) throws Exception {
    RealValidator real = RealValidator.in(variable);
    SchemaCheck ours = SchemaCheck.of(real.version()).orElseThrow();
    String rendered = rendered();
    List<Edit> all = Edit.all();
    assertTrue(all.size() >= 100, () -> all.size() + " cases");
    List<Edit> edits =
        IntStream.range(0, all.size()).filter(i -> i % every == 0).mapToObj(all::get).toList();
    List<String> disagreements = new ArrayList<>();
    // Each run of OpenClaw takes a processor and some 150 MB.
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      List<Future<String>> verdicts =
          edits.stream()
              .map(edit -> two.submit(() -> disagreement(edit, rendered, real, ours, scratch)))
              .toList();
      for (Future<String> verdict : verdicts) {
        disagreements.add(verdict.get());
      }
    } catch (ExecutionException broken) {
      throw new IllegalStateException(broken.getCause());
    } finally {
      two.shutdownNow();
    }
    disagreements.removeIf(String::isEmpty);
    assertEquals("", String.join("\n", disagreements));
  }

  private static String disagreement(
      Edit edit, String rendered, RealValidator real, SchemaCheck ours, Path scratch)
      throws IOException, InterruptedException {
    String edited = edit.apply(rendered, AGENT.substring(AGENT.indexOf('/') + 1));
    Path folder = Files.createTempDirectory(scratch, "case");
    RealValidator.Said theirs = real.judge(edited, folder);
    List<Objection> said = ours.judge(edited, RealValidator.VARIABLES);
    RealValidator.Said own = new RealValidator.Said(paths(said, true), paths(said, false));
    if (OPENCLAW_ALONE.contains(edit.name())) {
      return said.isEmpty() && !theirs.refused().isEmpty() ? "" : edit.name() + ": is told now";
    }
    if (BERTH_ALONE.contains(edit.name())) {
      return !own.refused().isEmpty() && theirs.refused().isEmpty() ? "" : edit.name() + ": agreed";
    }
    if (BERTH_NEARER.contains(edit.name())) {
      String outer = String.join("", theirs.refused());
      return !outer.isEmpty()
              && own.refused().stream().allMatch(path -> path.startsWith(outer + "."))
          ? ""
          : edit.name() + ": " + theirs + " and " + said;
    }
    return own.equals(theirs)
        ? ""
        : "%s:\n  OpenClaw %s\n  Berth    %s".formatted(edit.name(), theirs, said);
  }

  private static Set<String> paths(List<Objection> said, boolean refuses) {
    return said.stream()
        .filter(each -> each.refuses() == refuses)
        .map(Objection::shownPath)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** An agent with a channel, a model's key and knowledge, as a pod of the sample fleet has it. */
  private static String rendered() throws IOException {
    Generator generator = new Generator(Templates.in(HOME.resolve("templates")));
    Checked<Fleet> fleet = generator.fleet(FleetFolder.read(HOME), TODAY);
    Fleet right = ((Checked.Good<Fleet>) fleet).value();
    Environment pods =
        right.environments().stream()
            .filter(each -> each.gke().isPresent())
            .findFirst()
            .orElseThrow();
    PlannedAgent agent =
        generator.plan(right, pods).agents().stream()
            .filter(each -> each.id().toString().equals(AGENT))
            .findFirst()
            .orElseThrow();
    return generator.configuration(agent).orElseThrow().text();
  }
}
