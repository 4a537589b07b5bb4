package dev.berth.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

  private static final String DIGEST = "@sha256:" + "0123456789abcdef".repeat(4);

  @ParameterizedTest
  @CsvSource({"1, 1", "0.5, 500m", "500m, 500m", "1.5, 1500m", "1000m, 1", "256, 256", "1m, 1m"})
  void processorTimeIsPrintedAsKubernetesDoes(String written, String printed) {
    assertEquals(Optional.of(printed), Cpu.parse(written).map(Cpu::toString));
  }

  /** 012 is ten to YAML 1.1, 12 to 1.2: so it is nothing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0", "0m", "012", "257", "256001m", "-1", "1e3", "1.", ".5", "1.0001", "", "one", "1 "
      })
  void processorTimeOfNoOneMeaningIsRefused(String written) {
    assertEquals(Optional.empty(), Cpu.parse(written));
  }

  @ParameterizedTest
  @CsvSource({
    "512Mi, 512Mi",
    "1024Mi, 1Gi",
    "1536Mi, 1536Mi",
    "2Gi, 2Gi",
    "1024Gi, 1Ti",
    "64Ti, 64Ti"
  })
  void bytesArePrintedInTheLargestUnitThatKeepsThemWhole(String written, String printed) {
    assertEquals(Optional.of(printed), ByteSize.parse(written).map(ByteSize::toString));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0Mi", "01Gi", "65Ti", "1G", "1M", "1.5Gi", "1", "1gi", "99999999Ti", ""})
  void bytesOfNoOneMeaningAreRefused(String written) {
    assertEquals(Optional.empty(), ByteSize.parse(written));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "customer", "tier-2", "a0123456789012345678901234567890123456789"})
  void aNameOfUpTo40CharactersIsLegal(String written) {
    assertEquals(written.length() <= 40, Name.parse(written).isPresent(), written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "2nd", "-a", "a-", "a_b", "a.b", "a/b", "\u00e4", "a b", "a\n"})
  void aNameThatIsNoLabelIsRefused(String written) {
    assertFalse(Name.parse(written).isPresent(), written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"api.example.com", "*.example.com", "a-b.c0.io", "xn--bcher-kva.example"})
  void aFullHostNameIsLegal(String written) {
    assertTrue(HostName.parse(written).isPresent(), written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "*.com.*",
        "a.*.com",
        "*a.com",
        "com",
        "10.0.0.1",
        "169.254.169.254",
        "a..b",
        "A.com",
        "a.com.",
        "a_b.com",
        "https://a.com",
        "a.com:443",
        "::1",
        "-a.com",
        ""
      })
  void aHostThatIsNoNameOrTooWideIsRefused(String written) {
    assertFalse(HostName.parse(written).isPresent(), written);
  }

  @Test
  void onlyTheWildcardIsOne() {
    assertTrue(HostName.parse("*.example.com").orElseThrow().wildcard());
    assertFalse(HostName.parse("api.example.com").orElseThrow().wildcard());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ghcr.io/openclaw/openclaw:2026.9.6-slim", "host:5000/a:1", "a.b/c/d:x"})
  void aPinnedImageIsPrintedAsWritten(String written) {
    assertEquals(Optional.of(written + DIGEST), Image.parse(written + DIGEST).map(Image::toString));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"openclaw:1", "ghcr.io/a:latest", "ghcr.io/a", "GHCR.io/a:1", "host:5000/a"})
  void anImageThatCouldBeAnotherTomorrowIsRefused(String written) {
    assertFalse(Image.parse(written + DIGEST).isPresent(), written);
    assertFalse(Image.parse(written).isPresent(), written);
  }

  @ParameterizedTest
  @CsvSource({"2026.9.6, true", "2026.9.6-slim, true", "2026.9.60, false", "v2026.9.6, false"})
  void aTagSaysWhichVersionItHolds(String tag, boolean holds) {
    Image image = Image.parse("ghcr.io/openclaw/openclaw:" + tag + DIGEST).orElseThrow();
    assertEquals(holds, image.holds(OpenClawVersion.parse("2026.9.6").orElseThrow()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"latest", "2026.9", "v2026.9.6", "26.9.6", "2026.9.6 ", ""})
  void aVersionThatWasNeverPublishedIsRefused(String written) {
    assertFalse(OpenClawVersion.parse(written).isPresent(), written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "A-key", "key_1", "-key", "key-", "1key", "projects/p/secrets/s", ""})
  void aSecretNameThatIsNoneIsRefused(String written) {
    assertFalse(SecretName.parse(written).isPresent(), written);
  }

  @Test
  void aModelKeepsTheSlashesBehindItsProvider() {
    ModelId model = ModelId.parse("openrouter/meta/llama-4").orElseThrow();
    assertEquals("openrouter", model.provider());
    assertEquals("meta/llama-4", model.model());
    assertFalse(ModelId.parse("claude").isPresent());
    assertFalse(ModelId.parse("Anthropic/claude").isPresent());
    assertFalse(ModelId.parse("anthropic/").isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "topic/escalations",
        "subscription/a-b_c",
        "secret/key",
        "repository/r10",
        "dataset/Tickets_2026",
        "folder/faq"
      })
  void oneNamedResourceIsPrintedAsWritten(String written) {
    assertEquals(Optional.of(written), CloudResource.parse(written).map(Object::toString));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "project/acme",
        "topic/*",
        "topic/",
        "bucket/b",
        "topic/a/b",
        "organization/1",
        "dataset/a-b",
        "dataset/",
        "folder/",
        "folder/a/b",
        "repository/R",
        "topic"
      })
  void moreThanOneNamedResourceIsRefused(String written) {
    assertFalse(CloudResource.parse(written).isPresent(), written);
  }

  @Test
  void aMemberIsAGroupOrAPersonAndNobodyElse() {
    assertEquals("example.com", Member.parse("group:a@example.com").orElseThrow().domain());
    assertTrue(Member.parse("user:a.b@example.com").isPresent());
    for (String wrong :
        new String[] {"allUsers", "domain:example.com", "group:a", "a@example.com"}) {
      assertFalse(Member.parse(wrong).isPresent(), wrong);
    }
  }

  @Test
  void writingCoversReadingAndNotTheOtherWayRound() {
    assertTrue(Access.READ_WRITE.covers(Access.READ_ONLY));
    assertTrue(Access.READ_ONLY.covers(Access.READ_ONLY));
    assertFalse(Access.READ_ONLY.covers(Access.READ_WRITE));
  }
}
