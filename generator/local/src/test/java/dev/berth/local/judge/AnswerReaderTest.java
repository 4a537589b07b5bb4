package dev.berth.local.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.berth.local.gateway.OpenClawProgram.Ran;
import dev.berth.local.judge.Remark.Weight;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What OpenClaw 2026.9.6 really printed, shortened. */
class AnswerReaderTest {

  @Test
  void aKeyItDoesNotKnowIsRefused() {
    assertEquals(
        List.of(
            new Remark(
                "config validate", Weight.REFUSED, "gateway", "Unrecognized key: \"prot\"", "")),
        AnswerReader.read(
            Examination.VALIDATE,
            new Ran(
                1,
                "{\"valid\":false,\"issues\":[{\"path\":\"gateway\",\"message\":\"Unrecognized key:"
                    + " \\\"prot\\\"\"}]}",
                "")));
  }

  @Test
  void aWarningOfTheConfigurationIsOne() {
    List<Remark> read =
        AnswerReader.read(
            Examination.VALIDATE,
            new Ran(
                0,
                "{\"valid\":true,\"warnings\":[{\"path\":\"plugins.entries.discord\",\"message\":"
                    + "\"plugin not installed: discord\"},{\"path\":\"a.b\",\"message\":\"old\"}]}",
                ""));
    assertEquals(List.of(Expected.NO_PLUGIN, "a.b"), read.stream().map(Remark::code).toList());
    assertEquals(
        List.of(Weight.WARNING, Weight.WARNING), read.stream().map(Remark::weight).toList());
  }

  @Test
  void whatIsCriticalIsRefusedAndWhatIsToldIsLeftOut() {
    assertEquals(
        List.of(
            new Remark(
                "security audit",
                Weight.REFUSED,
                "gateway.http.no_auth",
                "No auth: reachable",
                "Set a token")),
        AnswerReader.read(
            Examination.SECURITY,
            new Ran(
                0,
                """
                {"summary":{"critical":1,"warn":0,"info":1},"findings":[
                {"checkId":"summary.attack_surface","severity":"info","title":"t"},
                {"checkId":"gateway.http.no_auth","severity":"critical","title":"No auth",
                "detail":"reachable","remediation":"Set a token"}]}
                """,
                "")));
  }

  @Test
  void aSecretInTheOpenIsRefusedWhateverItsSeverity() {
    assertEquals(
        List.of(
            new Remark(
                "secrets audit --check",
                Weight.REFUSED,
                "PLAINTEXT_FOUND",
                "models.providers.anthropic.apiKey: in the open",
                "")),
        AnswerReader.read(
            Examination.SECRETS,
            new Ran(
                1,
                """
                {"findings":[{"code":"PLAINTEXT_FOUND","severity":"warn",
                "jsonPath":"models.providers.anthropic.apiKey","message":"in the open"}]}
                """,
                "")));
  }

  @Test
  void aDoctorsWarningHasTheNameOfWhatItAsksFor() {
    assertEquals(
        List.of(
            new Remark(
                "doctor --lint",
                Weight.WARNING,
                "core/doctor/security:gateway.bind_network_accessible",
                "lan",
                "close it")),
        AnswerReader.read(
            Examination.DOCTOR,
            new Ran(
                1,
                """
                {"ok":false,"findings":[{"checkId":"core/doctor/security","severity":"warning",
                "message":"lan","requirement":"gateway.bind_network_accessible",
                "fixHint":"close it"}]}
                """,
                "")));
  }

  /** A command that crashed, or was ended, never counts as one that has nothing to say. */
  @ParameterizedTest
  @EnumSource(Examination.class)
  void noAnswerIsNoConsent(Examination examination) {
    for (Ran ran :
        List.of(
            new Ran(1, "", "node: bad option"),
            new Ran(-1, "", "still going"),
            new Ran(1, "{\"findings\":[]}", ""),
            new Ran(0, "", ""))) {
      List<Remark> read = AnswerReader.read(examination, ran);
      assertEquals(
          List.of(Weight.REFUSED), read.stream().map(Remark::weight).toList(), ran::toString);
      assertEquals("no-answer", read.get(0).code());
    }
  }
}
