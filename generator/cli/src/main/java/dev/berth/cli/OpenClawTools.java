package dev.berth.cli;

import dev.berth.local.gateway.ChannelPlugins;
import dev.berth.local.gateway.OpenClawProgram;
import dev.berth.local.install.InstallProblem;
import dev.berth.local.install.Installed;
import dev.berth.local.install.NotInstalled;
import dev.berth.local.install.OpenClawInstaller;
import dev.berth.local.judge.OpenClawJudge;
import dev.berth.local.place.Places;
import dev.berth.model.OpenClawVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** OpenClaw of the versions a command asks, on this machine. */
record OpenClawTools(Berth berth, Places places, OpenClawInstaller installer) {

  static OpenClawTools of(Berth berth) {
    Map<String, String> variables = berth.around().variables();
    String home = variables.getOrDefault("HOME", System.getProperty("user.home"));
    Places places = Places.of(variables, Path.of(home));
    return new OpenClawTools(berth, places, new OpenClawInstaller(places, variables));
  }

  /** Fetched when it is not there. */
  Installed installed(OpenClawVersion version) {
    try {
      return installer.ensure(version.text(), progress());
    } catch (NotInstalled refused) {
      InstallProblem problem = refused.problem();
      throw Stop.cloud(problem.what() + "\nmend: " + problem.mend());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw Stop.cloud("interrupted");
    }
  }

  /**
   * It, to be asked.
   *
   * @param plugins whether channels that are no part of it are installed first
   */
  OpenClawJudge judge(Installed installed, boolean plugins) {
    Map<String, String> variables = berth.around().variables();
    OpenClawProgram program = new OpenClawProgram(installed.node(), installed.openclaw());
    return new OpenClawJudge(
        program,
        variables,
        plugins
            ? Optional.of(
                new ChannelPlugins(
                    program, installed.version(), variables, places.tools().resolve("npm-cache")))
            : Optional.empty());
  }

  /** Does what asks OpenClaw; what is in the way of that is said to people. */
  <T> T told(Callable<T> asking) {
    try {
      return asking.call();
    } catch (ChannelPlugins.Refused refused) {
      throw Stop.cloud(refused.getMessage() + "\nmend: " + refused.mend());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw Stop.cloud("interrupted");
    } catch (IOException disk) {
      throw Stop.usage(
          "a scratch home could not be made: %s\nmend: free space, or name another place: export TMPDIR=/path"
              .formatted(disk.getMessage()));
    } catch (RuntimeException bug) {
      throw bug;
    } catch (Exception bug) {
      throw new IllegalStateException(bug);
    }
  }

  /** To standard error, where it is in nobody's way. */
  Consumer<String> progress() {
    return line -> {
      if (!berth.quiet()) {
        synchronized (berth) {
          berth.terminal().error(line);
        }
      }
    };
  }
}
