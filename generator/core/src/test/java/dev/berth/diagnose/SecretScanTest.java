package dev.berth.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples are put together here, so that no scanner takes this file for a leak. */
class SecretScanTest {

  private static final String LETTERS = "Abcdefghij0123456789Klmnopqrst0123456789uvwxyz";

  private static String kinds(String text) {
    return String.join(", ", SecretScan.find(text).stream().map(SecretScan.Secret::kind).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "AKIA, 0, an AWS access key",
    "ghp_, 36, a GitHub token",
    "ghs_, 36, a GitHub token",
    "github_pat_, 22, a GitHub token",
    "AIza, 35, a Google API key",
    "xoxb-, 24, a Slack token",
    "xapp-, 24, a Slack token",
    "eyJhbGciO, 20, a signed web token",
    "sk-ant-, 24, an Anthropic key",
    "sk-, 40, an API key",
    "sk-proj-, 40, an API key",
    "123456789:, 35, a Telegram bot token",
  })
  void everyShapeIsFoundWhereverItStands(String start, int more, String kind) {
    String secret = start + (more == 0 ? "IOSFODNN7" + "EXAMPLE" : LETTERS.substring(0, more));
    for (String text : List.of(secret, "token: \"" + secret + "\"", "x=" + secret + "\ny")) {
      assertEquals(kind, kinds(text), text);
    }
  }

  @Test
  void aTelegramTokenIsFoundInAnAddress() {
    String token = "bot123456789:" + LETTERS.substring(0, 35);
    assertEquals("a Telegram bot token", kinds("https://api.telegram.org/" + token + "/getMe"));
  }

  @Test
  void aDiscordTokenIsFoundByItsThreeParts() {
    String token = "M" + LETTERS.substring(0, 23) + ".Gabc12." + LETTERS.substring(0, 27);
    assertEquals("a Discord bot token", kinds("discord: " + token));
  }

  @Test
  void aPrivateKeyReachesToItsLastLine() {
    String begin = "-----BEGIN RSA " + "PRIVATE KEY-----";
    String end = "-----END RSA " + "PRIVATE KEY-----";
    assertEquals("a ***\nb", SecretScan.mask("a " + begin + "\nMIIE\n" + end + "\nb"));
    assertEquals("a \\n***", SecretScan.mask("a \\n" + begin + "\nMIIE\nb"));
  }

  @ParameterizedTest
  @CsvSource({
    "customer-discord-token",
    "anthropic/claude-sonnet-4-5",
    "ghcr.io/openclaw/openclaw:2026.9.6-slim@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
    "support-platform@example.com",
    "task-force-of-twenty-and-more-people",
    "sk-learn-based-classification",
    "xoxo-with-love-from-all-of-us",
    "'-----BEGIN CERTIFICATE-----'",
    "projects/acme-agents-dev/locations/global/workloadIdentityPools",
    "2026-11-21T15:00:00",
  })
  void namesAndAddressesAreNoSecrets(String text) {
    assertEquals("", kinds(text));
  }

  @Test
  void whatIsAroundASecretStays() {
    String key = "AKIA" + "IOSFODNN7EXAMPLE";
    assertEquals("a *** b *** c", SecretScan.mask("a " + key + " b " + key + " c"));
    assertEquals("nothing here", SecretScan.mask("nothing here"));
  }
}
