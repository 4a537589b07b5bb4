package dev.berth.e2e.pulumi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Struct;
import com.google.protobuf.util.JsonFormat;
import dev.berth.deploy.pulumi.AutomationRunner;
import dev.berth.deploy.pulumi.Outcome;
import dev.berth.deploy.pulumi.Problem;
import dev.berth.deploy.pulumi.Progress;
import dev.berth.deploy.pulumi.PulumiRunner;
import dev.berth.deploy.pulumi.StackProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** The programs inside this JVM under the real engine, as {@code berth up} runs them. */
final class PulumiLaneTest {

  private static final Consumer<Progress> UNSEEN = progress -> {};

  private final LaneFleet fleet = new LaneFleet();
  private final Lane lane;

  PulumiLaneTest(TestInfo test) throws Exception {
    Path folder = Path.of("target/lane", test.getTestMethod().orElseThrow().getName());
    Folders.delete(folder);
    lane = Lane.in(folder);
  }

  private PulumiRunner runner(Map<String, String> more) {
    return new AutomationRunner(lane.environment(more));
  }

  private static Outcome.Done done(Outcome outcome) {
    return assertInstanceOf(Outcome.Done.class, outcome, outcome::toString);
  }

  private static <P extends Problem> P stopped(Class<P> problem, Outcome outcome) {
    return assertInstanceOf(
        problem, assertInstanceOf(Outcome.Stopped.class, outcome).problem(), outcome::toString);
  }

  @Test
  void aFleetComesUpGrowsShrinksIsMendedAndGoes() throws Exception {
    PulumiRunner runner = runner(Map.of());
    StackProgram small = fleet.fleet(lane, false);
    StackProgram grown = fleet.fleet(lane, true);

    Outcome.Done promised = done(runner.preview(fleet.platform(lane), UNSEEN));
    assertEquals(List.of(), lane.cloud().objects(), "a preview makes nothing");
    assertEquals(promised, done(runner.up(fleet.platform(lane), UNSEEN)));

    List<Progress> seen = Collections.synchronizedList(new ArrayList<>());
    assertTrue(done(runner.up(small, seen::add)).changes().get("create") > 20);
    assertTrue(seen.stream().anyMatch(each -> each.state() == Progress.State.DONE), "live");
    assertEquals(0, done(runner.up(small, UNSEEN)).changed(), "a second run changes nothing");
    States.check(lane);

    List<Path> before = lane.cloud().objects();
    int own = fleet.newcomer().resources().size();
    // Its component and nothing of anyone else.
    assertEquals(
        Map.of("create", own + 1), Folders.without(done(runner.up(grown, UNSEEN)), "same"));
    assertTrue(lane.cloud().objects().size() == before.size() + own);
    assertEquals(
        Map.of("delete", own + 1), Folders.without(done(runner.up(small, UNSEEN)), "same"));
    assertEquals(before, lane.cloud().objects());

    drift(before);
    Files.delete(policy(before, 1));
    Outcome.Done found = done(runner.refresh(small, UNSEEN));
    assertEquals(Map.of("update", 1, "delete", 1), Folders.without(found, "same"));
    assertEquals(
        Map.of("update", 1, "create", 1), Folders.without(done(runner.up(small, UNSEEN)), "same"));
    assertEquals(before, lane.cloud().objects());

    done(runner.destroy(small, UNSEEN));
    assertEquals(List.of(), lane.cloud().ofFleet());
  }

  private static Path policy(List<Path> objects, int which) {
    return objects.stream()
        .filter(path -> path.toString().contains("%3ANetworkPolicy"))
        .skip(which)
        .findFirst()
        .orElseThrow();
  }

  /** Someone opens a policy by hand. */
  private static void drift(List<Path> objects) throws Exception {
    Path file = policy(objects, 0);
    Struct.Builder inputs = Struct.newBuilder();
    JsonFormat.parser().merge(Files.readString(file), inputs);
    inputs.putFields("spec", Cloud.text("open to all"));
    Files.writeString(file, JsonFormat.printer().print(inputs));
  }

  @Test
  void aProtectedBucketRefusesToGoAndNothingElseGoes() throws Exception {
    PulumiRunner runner = runner(Map.of());
    done(runner.up(fleet.platform(lane), UNSEEN));
    List<Path> before = lane.cloud().objects();
    Problem.Protected refused =
        stopped(Problem.Protected.class, runner.destroy(fleet.platform(lane), UNSEEN));
    assertFalse(refused.resources().isEmpty());
    assertEquals(before, lane.cloud().objects());
    assertTrue(before.toString().contains("Bucket"), before::toString);
  }

  @Test
  void aKilledRunIsRecognisedAndGoesOn() throws Exception {
    done(runner(Map.of()).up(fleet.platform(lane), UNSEEN));
    StackProgram stack = fleet.fleet(lane, true);
    AtomicBoolean once = new AtomicBoolean();
    CompletableFuture<Outcome> killed =
        CompletableFuture.supplyAsync(
            () ->
                runner(Map.of("STANDIN_DELAY_MS", "1500"))
                    .up(
                        stack,
                        progress -> {
                          if (progress.state() == Progress.State.STARTED
                              && progress.type().endsWith(":ServiceAccount")
                              && once.compareAndSet(false, true)) {
                            Folders.killEngines();
                          }
                        }));
    assertInstanceOf(Outcome.Stopped.class, killed.get());

    PulumiRunner runner = runner(Map.of());
    Problem.Locked locked = stopped(Problem.Locked.class, runner.up(stack, UNSEEN));
    assertTrue(locked.holderIsGone(), locked::what);
    done(runner.unlock(stack));
    Problem.PendingOperations pending =
        stopped(Problem.PendingOperations.class, runner.up(stack, UNSEEN));
    assertFalse(pending.resources().isEmpty());
    done(runner.refresh(stack, UNSEEN));
    done(runner.up(stack, UNSEEN));
    assertEquals(0, done(runner.up(stack, UNSEEN)).changed());
  }

  @Test
  void whatIsMissingIsSaidWithItsMend() throws Exception {
    assertEquals(
        new Problem.NoPassphrase(),
        stopped(
            Problem.NoPassphrase.class,
            new AutomationRunner(lane.environmentWithoutPassphrase())
                .preview(fleet.platform(lane), UNSEEN)));
    done(runner(Map.of()).preview(fleet.platform(lane), UNSEEN));
    stopped(Problem.NoPlatform.class, runner(Map.of()).preview(fleet.fleet(lane, false), UNSEEN));
    Folders.delete(lane.folder().resolve("home/plugins"));
    assertEquals(
        "gcp",
        stopped(Problem.NoPlugin.class, runner(Map.of()).preview(fleet.platform(lane), UNSEEN))
            .plugin());
  }
}
