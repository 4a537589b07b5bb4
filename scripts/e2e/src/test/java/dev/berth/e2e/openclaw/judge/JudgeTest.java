package dev.berth.e2e.openclaw.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.local.judge.Examination;
import dev.berth.local.judge.Expected;
import dev.berth.local.judge.Remark;
import dev.berth.local.judge.Remark.Weight;
import dev.berth.local.judge.Upgrade;
import dev.berth.render.AgentConfiguration;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenClaw accepts what Berth writes, and each of its commands refuses what it is there for. */
class JudgeTest {

  private static final String CUSTOMER = "support/customer";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"dev", "laptop"})
  void everyAgentOfThisRepositoryIsAccepted(String environment) throws Exception {
    List<AgentConfiguration> all = LaneFleet.configurations(environment);
    assertEquals(12, all.size(), "agents");
    Map<String, AgentConfiguration> distinct = new TreeMap<>();
    all.forEach(each -> distinct.putIfAbsent(each.unnamed(), each));
    // As many at once as there are processors: each asks OpenClaw four times.
    List<String> refused =
        distinct.values().parallelStream()
            .map(each -> each.agent().id() + " " + refusals(judged(each)))
            .toList();
    assertEquals(
        distinct.values().stream().map(each -> each.agent().id() + " []").toList(), refused);
  }

  private static List<Remark> judged(AgentConfiguration each) {
    try {
      return judged(each.text(), Examination.values());
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Test
  void aKeyItDoesNotKnowIsCaughtByConfigValidate() throws Exception {
    ObjectNode doctored = LaneFleet.configuration("dev", CUSTOMER);
    ((ObjectNode) doctored.get("gateway")).put("prot", 18789);
    assertEquals(
        List.of("config validate gateway"),
        refusals(judged(doctored.toString(), Examination.VALIDATE)));
  }

  @Test
  void aGatewayWithoutAuthIsCaughtBySecurityAudit() throws Exception {
    ObjectNode doctored = LaneFleet.configuration("dev", CUSTOMER);
    ((ObjectNode) doctored.get("gateway")).putObject("auth").put("mode", "none");
    assertFalse(refusals(judged(doctored.toString(), Examination.SECURITY)).isEmpty());
  }

  @Test
  void aKeyInTheOpenIsCaughtBySecretsAudit() throws Exception {
    ObjectNode doctored = LaneFleet.configuration("dev", CUSTOMER);
    ((ObjectNode) doctored.at("/models/providers/anthropic")).put("apiKey", "written-in-the-open");
    assertEquals(
        List.of("secrets audit --check PLAINTEXT_FOUND"),
        refusals(judged(doctored.toString(), Examination.SECRETS)));
  }

  @Test
  void aModelWhoseRuntimeIsSwitchedOffIsSeenByDoctor() throws Exception {
    ObjectNode doctored = LaneFleet.configuration("dev", CUSTOMER);
    ((ObjectNode) doctored.at("/agents/defaults/model")).put("primary", "openai/gpt-5.2");
    List<Remark> remarks = judged(doctored.toString(), Examination.DOCTOR);
    assertEquals(
        List.of("core/doctor/codex-session-routes"),
        remarks.stream()
            .filter(each -> each.weight() != Weight.EXPECTED)
            .map(Remark::code)
            .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"telegram", "discord", "slack", "whatsapp"})
  void everyChannelIsAcceptedWithItsPlugin(String channel) throws Exception {
    AgentConfiguration answers =
        LaneFleet.configurations("dev").stream()
            .filter(each -> each.text().contains("\"" + channel + "\": {"))
            .findFirst()
            .orElseThrow();
    List<Remark> remarks =
        LaneFleet.withPlugins(folder.resolve("npm"), answers.version().text())
            .judge(answers.text(), List.of(Examination.values()), line -> {});
    assertEquals(List.of(), refusals(remarks));
    assertTrue(
        remarks.stream().noneMatch(each -> each.code().equals(Expected.NO_PLUGIN)),
        remarks::toString);
  }

  @Test
  void theVersionBeforeBreaksNothing() throws Exception {
    Upgrade upgrade =
        Upgrade.between(
            LaneFleet.judge("BERTH_OPENCLAW"), LaneFleet.judge("BERTH_OPENCLAW_PREVIOUS"));
    List<Upgrade.Difference> differences =
        upgrade.differences(LaneFleet.configuration("dev", CUSTOMER).toString(), line -> {});
    assertTrue(
        differences.stream().noneMatch(each -> each.kind() == Upgrade.Kind.BREAKS),
        differences::toString);
  }

  private static List<Remark> judged(String configuration, Examination... examinations)
      throws Exception {
    return LaneFleet.judge("BERTH_OPENCLAW")
        .judge(configuration, Arrays.asList(examinations), line -> {});
  }

  private static List<String> refusals(List<Remark> remarks) {
    return remarks.stream()
        .filter(each -> each.weight() == Weight.REFUSED)
        .map(each -> each.command() + " " + each.code())
        .toList();
  }
}
