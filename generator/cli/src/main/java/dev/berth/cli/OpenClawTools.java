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
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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
