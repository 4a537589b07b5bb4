package dev.berth.e2e.openclaw.judge;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.Generator;
import dev.berth.diagnose.Checked;
import dev.berth.gather.FleetFolder;
import dev.berth.local.gateway.ChannelPlugins;
import dev.berth.local.gateway.OpenClawProgram;
import dev.berth.local.judge.OpenClawJudge;
import dev.berth.model.Fleet;
import dev.berth.render.AgentConfiguration;
import dev.berth.render.Templates;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** This repository's own agents, and the OpenClaw that the lane installed. */
final class LaneFleet {

  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  private static final ObjectMapper JSON = new ObjectMapper();

  private LaneFleet() {}

  static List<AgentConfiguration> configurations(String environment) throws IOException {
    Generator generator = new Generator(Templates.in(ROOT.resolve("templates")));
    Checked<Fleet> checked = generator.fleet(FleetFolder.read(ROOT), LocalDate.of(2026, 11, 21));
    Fleet fleet = ((Checked.Good<Fleet>) checked).value();
    return generator.configurations(
        generator.plan(fleet, fleet.environment(environment).orElseThrow()));
  }

  /** A copy, to be doctored. */
  static ObjectNode configuration(String environment, String agent) throws IOException {
    AgentConfiguration named =
        configurations(environment).stream()
            .filter(each -> each.agent().id().toString().equals(agent))
            .findFirst()
            .orElseThrow();
    return (ObjectNode) JSON.readTree(named.text());
  }

  /**
   * The lane's OpenClaw.
   *
   * @param variable that names the folder of its {@code node_modules}
   */
  static OpenClawProgram program(String variable) {
    String folder = System.getenv().getOrDefault(variable, "");
    assertFalse(folder.isEmpty(), variable + " is missing: run scripts/e2e/openclaw");
    // The lane puts Node's folder first.
    Path node = Path.of(System.getenv("PATH").split(":", 2)[0]).resolve("node");
    return new OpenClawProgram(node, Path.of(folder, "node_modules/openclaw/openclaw.mjs"));
  }

  static OpenClawJudge judge(String variable) {
    return new OpenClawJudge(program(variable), System.getenv(), Optional.empty());
  }

  /** One that has npm bring channels' plugins first. */
  static OpenClawJudge withPlugins(Path cache, String version) {
    OpenClawProgram program = program("BERTH_OPENCLAW");
    return new OpenClawJudge(
        program,
        System.getenv(),
        Optional.of(new ChannelPlugins(program, version, System.getenv(), cache)));
  }
}
