package dev.berth.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples are put together here, so that no scanner takes this file for a leak. */
class SecretScanTest {

  private static final String LETTERS = "Abcdefghij0123456789Klmnopqrst0123456789uvwxyz";

  private static String kinds(String text) {
    return String.join(", ", SecretScan.find(text).stream().map(SecretScan.Secret::kind).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "AKIA, 0, an AWS access key",
    "ASIA, 0, an AWS access key",
    "ghp_, 36, a GitHub token",
    "ghs_, 36, a GitHub token",
    "github_pat_, 22, a GitHub token",
    "AIza, 35, a Google API key",
    "xoxb-, 24, a Slack token",
    "xapp-, 24, a Slack token",
    "eyJhbGciO, 20, a signed web token",
    "sk-ant-, 24, an Anthropic key",
    "sk-, 40, an API key",
    "sk-proj-, 40, an OpenAI key",
    "sk-svcacct-, 40, an OpenAI key",
    "sk-or-v1-, 40, an API key",
    "GOCSPX-, 28, a Google OAuth client secret",
    "ya29., 40, a Google access token",
    "sk_live_, 24, a Stripe key",
    "rk_test_, 24, a Stripe key",
    "whsec_, 32, a Stripe webhook secret",
    "npm_, 36, an npm token",
    "pypi-AgEIcHlwaS5vcmc, 40, a PyPI token",
    "glpat-, 20, a GitLab token",
    "glrt-, 20, a GitLab token",
    "hf_, 34, a Hugging Face token",
    "gsk_, 46, a Groq key",
    "xai-, 46, an xAI key",
    "hvs., 40, a Vault token",
    "hvb., 40, a Vault token",
    "AccountKey=, 44, an Azure account key",
    "SharedAccessKey=, 44, an Azure account key",
    "https://hooks.slack.com/services/T0123/B0123/, 24, a Slack webhook",
    "https://hooks.slack.com/workflows/T0123/B0123/, 24, a Slack webhook",
    "https://discord.com/api/webhooks/123456789012345678/, 44, a Discord webhook",
    "https://discordapp.com/api/v10/webhooks/123456789012345678/, 44, a Discord webhook",
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
    String token = LETTERS.substring(0, 23) + ".Gabc12." + LETTERS.substring(0, 27);
    for (String first : List.of("M", "N", "O")) {
      assertEquals("a Discord bot token", kinds("discord: " + first + token));
    }
  }

  @Test
  void aSignedWebTokenIsFoundWhateverItsHeaderStartsWith() {
    String parts = "." + LETTERS.substring(0, 30) + "." + LETTERS.substring(10, 40);
    for (String header : List.of("eyJ0eXAiOiJKV1QiLCJh", "eyJraWQiOiIxIiwi", "eyJhbGciOiJub25l")) {
      assertEquals("x=***;", SecretScan.mask("x=" + header + parts + ";"), header);
    }
  }

  @Test
  void aSendGridKeyIsFoundByItsParts() {
    String key = "SG." + LETTERS.substring(0, 22) + "." + LETTERS.substring(0, 43);
    assertEquals("a SendGrid key", kinds("key " + key));
  }

  @Test
  void keysOfOneCaseAreFoundInTheirAlphabets() {
    String digits = "0123456789abcdef".repeat(4);
    assertEquals("a DigitalOcean token", kinds("x=dop_v1_" + digits));
    assertEquals("", kinds("x=dop_v1_" + digits.substring(0, 39)));
    assertEquals("a private key", kinds("x=AGE-SECRET-" + "KEY-1" + "QPZRY9X8GF".repeat(6)));
    assertEquals("", kinds("x=AGE-SECRET-" + "KEY-1" + "QPZRY9X8GF".repeat(4)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PRIVATE KEY",
        "EC PRIVATE KEY",
        "ENCRYPTED PRIVATE KEY",
        "OPENSSH PRIVATE KEY",
        "PGP PRIVATE KEY BLOCK",
      })
  void everyKindOfPrivateKeyIsOne(String kind) {
    String pem = "-----BEGIN " + kind + "-----\nMIIE\n-----END " + kind + "-----";
    assertEquals("***\nafter", SecretScan.mask(pem + "\nafter"));
    // As a service account's JSON has it: line breaks are escapes.
    String json = "{ \"private_key\": \"" + pem.replace("\n", "\\n") + "\\n\" }";
    assertEquals("a private key", kinds(json));
    assertEquals("{ \"private_key\": \"***", SecretScan.mask(json));
  }

  /** Read once from start to end: backtracking at every start would take days. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "eyJ",
        "eyJaaaaaaaa.",
        "sk-",
        "sk-a",
        "sk-proj-",
        "xox",
        "gl",
        "glpat-",
        "AIza",
        "hvs.",
        "SG.",
        "M.",
        "1",
        "1:",
        "AccountKey=",
        "hooks.slack.com/",
        "discord.com/api/webhooks/",
        "gsk_",
        "a."
      })
  void aLongTextOfStartsIsReadOnce(String start) {
    String text = start.repeat(1_000_000 / start.length());
    int end = SecretScan.find(text).stream().mapToInt(SecretScan.Secret::end).max().orElse(0);
    assertTrue(end <= text.length());
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
    "https://hooks.slack.com/services",
    "https://discord.com/developers/docs/resources/webhook",
    "https://discord.com/api/webhooks",
    "sk-proj-management-for-all",
    "glossary-of-everything-an-agent-may-say",
    "pypi-package-index-of-the-team",
    "npm_config_cache_folder_of_this_machine",
    "hf_transformers_cache_location_on_disk",
    "rk_test_of_the_whole_thing",
    "hvac-and-plumbing-of-the-building",
    "AccountKey=the-name-of-a-secret",
    "SharedAccessKeyName=RootManageSharedAccessKey",
    "eyJust-a-word-that-starts-so",
    "com.example.support.customer.agents.reader",
    "europe-docker.pkg.dev/acme-agents-dev/berth/openclaw:2026.9.6",
    "roles/secretmanager.secretAccessor",
    "-----BEGIN PUBLIC KEY-----",
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
