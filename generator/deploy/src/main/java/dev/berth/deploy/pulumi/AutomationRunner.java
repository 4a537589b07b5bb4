package dev.berth.deploy.pulumi;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.ConcurrentUpdateException;
import com.pulumi.automation.DestroyOptions;
import com.pulumi.automation.LocalPulumiCommand;
import com.pulumi.automation.LocalWorkspace;
import com.pulumi.automation.LocalWorkspaceOptions;
import com.pulumi.automation.PreviewOptions;
import com.pulumi.automation.PulumiCommand;
import com.pulumi.automation.RefreshOptions;
import com.pulumi.automation.UpOptions;
import com.pulumi.automation.WorkspaceStack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The Pulumi command line, driven by the Automation API: programs run in this JVM. */
public final class AutomationRunner implements PulumiRunner {

  /** The SDK leaves its channels open, and each would be reported as a leak. Held: loggers go. */
  private static final Logger ORPHANS =
      Logger.getLogger("io.grpc.internal.ManagedChannelOrphanWrapper");

  /** The SDK logs what it throws as well, with the command line of this JVM. Held, too. */
  private static final Logger QUIET = Logger.getLogger("com.pulumi");

  /** The name of no resource. */
  private static final String NOTHING = "urn:pulumi:none::none::none:none:None::none";

  private static final List<String> SECRET_VARIABLES =
      List.of("PULUMI_CONFIG_PASSPHRASE", "PULUMI_ACCESS_TOKEN");

  private final Map<String, String> environment;
  private final ProblemReader problems;

  /**
   * @param environment variables for the engine beyond those of this process, e.g. {@code
   *     PULUMI_BACKEND_URL}
   */
  public AutomationRunner(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("PULUMI_SKIP_UPDATE_CHECK", "1");
    this.environment = Map.copyOf(all);
    this.problems =
        new ProblemReader(
            Stream.of(environment, System.getenv())
                .flatMap(each -> SECRET_VARIABLES.stream().map(each::get))
                .filter(Objects::nonNull)
                .toList());
    ORPHANS.setLevel(Level.OFF);
    // Not by its level: the SDK sets the level of a logger below it for every run.
    QUIET.setUseParentHandlers(false);
  }

  @Override
  public Outcome preview(StackProgram program, Consumer<Progress> progress) {
    Changes changes = new Changes(progress);
    return run(
        program,
        stack -> {
          stack.preview(PreviewOptions.builder().logger(QUIET).onEvent(changes).build());
          return changes.done();
        });
  }

  @Override
  public Outcome up(StackProgram program, Consumer<Progress> progress) {
    Changes changes = new Changes(progress);
    return run(
        program,
        stack -> {
          List<String> pending = PendingOperations.of(stack.exportStack());
          if (!pending.isEmpty()) {
            // A run that still goes on has open operations too: then this says that it is locked.
            touch(stack);
            return new Outcome.Stopped(new Problem.PendingOperations(pending));
          }
          stack.up(UpOptions.builder().logger(QUIET).onEvent(changes).build());
          return changes.done();
        });
  }

  private static void touch(WorkspaceStack stack) throws AutomationException {
    try {
      stack.refresh(RefreshOptions.builder().targets(List.of(NOTHING)).build());
    } catch (ConcurrentUpdateException locked) {
      throw locked;
    } catch (AutomationException free) {
      QUIET.log(Level.FINE, "no lock", free);
    }
  }

  @Override
  public Outcome previewDestroy(StackProgram program, Consumer<Progress> progress) {
    return run(program, stack -> destroy(stack, new Changes(progress), true));
  }

  @Override
  public Outcome destroy(StackProgram program, Consumer<Progress> progress) {
    return run(
        program,
        stack -> {
          destroy(stack, new Changes(ignored -> {}), true);
          return destroy(stack, new Changes(progress), false);
        });
  }

  private static Outcome destroy(WorkspaceStack stack, Changes changes, boolean only)
      throws AutomationException {
    stack.destroy(DestroyOptions.builder().previewOnly(only).onEvent(changes).build());
    return changes.done();
  }

  @Override
  public Outcome refresh(StackProgram program, Consumer<Progress> progress) {
    Changes changes = new Changes(progress);
    return run(
        program,
        stack -> {
          stack.refresh(
              RefreshOptions.builder().clearPendingCreates(true).onEvent(changes).build());
          return changes.done();
        });
  }

  @Override
  public Outcome unlock(StackProgram program) {
    return run(
        program,
        stack -> {
          stack.cancel();
          return new Changes(ignored -> {}).done();
        });
  }

  /** One operation on an open stack. */
  private interface Operation {
    Outcome on(WorkspaceStack stack) throws AutomationException;
  }

  private Outcome run(StackProgram program, Operation operation) {
    PulumiCommand command;
    try {
      command = LocalPulumiCommand.create();
    } catch (AutomationException missing) {
      return new Outcome.Stopped(problems.ofCli(missing));
    }
    LocalWorkspaceOptions options =
        LocalWorkspaceOptions.builder()
            .workDir(program.folder())
            .program(program.program())
            .pulumiCommand(command)
            .logger(QUIET)
            .environmentVariables(environment)
            .build();
    try {
      // By way of the workspace: the folder's own Pulumi.yaml says what project it is. Never
      // closed: that deletes a temporary working folder, and this one is not.
      WorkspaceStack stack =
          WorkspaceStack.createOrSelect(program.stack(), LocalWorkspace.create(options));
      return operation.on(stack);
    } catch (AutomationException stopped) {
      return new Outcome.Stopped(problems.read(stopped));
    }
  }
}
