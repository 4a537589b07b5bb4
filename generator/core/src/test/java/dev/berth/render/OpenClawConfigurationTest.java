package dev.berth.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.regex.RegularExpression;
import dev.berth.plan.HelmRelease;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against the schema of OpenClaw 2026.9.6's own configuration. */
class OpenClawConfigurationTest {

  private static final String SCHEMA = "/openclaw/openclaw.schema.input.json.gz";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<Map<String, Object>> CHANNELS =
      List.of(
          Samples.discord(),
          Samples.channel(
              "slack", Map.of("appToken", "slack-app-token", "botToken", "slack-bot-token")),
          Samples.channel("telegram", Map.of("botToken", "telegram-bot-token")),
          Samples.channel("whatsapp", Map.of()));

  private static JsonSchema schema;

  @BeforeAll
  static void readSchema() throws IOException {
    try (InputStream packed = Samples.class.getResourceAsStream(SCHEMA);
        InputStream text = new GZIPInputStream(Objects.requireNonNull(packed))) {
      SchemaValidatorsConfig config =
          SchemaValidatorsConfig.builder()
              .regularExpressionFactory(OpenClawConfigurationTest::expression)
              .build();
      schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
              .getSchema(JSON.readTree(text), config);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"anthropic", "openai", "google"})
  void everyChannelWithEveryProviderIsLegal(String provider) throws IOException {
    for (Map<String, Object> channel : CHANNELS) {
      assertEquals(List.of(), wrong(made(provider, List.of(channel))));
    }
    assertEquals(List.of(), wrong(made(provider, CHANNELS)));
    assertEquals(List.of(), wrong(made(provider, List.of())));
  }

  @Test
  void aConfigurationOutsideTheSchemaIsSeen() throws IOException {
    ObjectNode typo = (ObjectNode) made("anthropic", CHANNELS);
    typo.withObject("/channels/telegram").put("dmPolicy", "anyone");
    assertNotEquals(List.of(), wrong(typo));
    ObjectNode unknown = (ObjectNode) made("anthropic", CHANNELS);
    unknown.withObject("/gateway").put("opne", true);
    assertNotEquals(List.of(), wrong(unknown));
  }

  @Test
  void strangersMustPairAndGroupsMustBeListed() throws IOException {
    made("openai", CHANNELS)
        .get("channels")
        .forEach(
            channel -> {
              assertEquals("pairing", channel.get("dmPolicy").textValue());
              assertEquals("allowlist", channel.get("groupPolicy").textValue());
              assertFalse(channel.get("configWrites").booleanValue());
            });
  }

  @Test
  void everySecretIsAFileAndEveryReferenceHasOne() throws IOException {
    JsonNode made = made("google", CHANNELS);
    TreeSet<String> referred = new TreeSet<>();
    List<JsonNode> references = new ArrayList<>(made.findParents("id"));
    references.forEach(
        reference -> {
          assertEquals("file", reference.get("source").textValue());
          referred.add(reference.get("provider").textValue());
        });
    TreeSet<String> provided = new TreeSet<>();
    made.at("/secrets/providers")
        .properties()
        .forEach(
            each -> {
              provided.add(each.getKey());
              assertEquals(
                  "/run/openclaw/keys/" + each.getKey(), each.getValue().get("path").textValue());
            });
    assertEquals(provided, referred);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/gateway/controlUi/enabled",
        "/gateway/terminal/enabled",
        "/tools/elevated/enabled",
        "/tools/agentToAgent/enabled",
        "/agents/entries/customer/tools/elevated/enabled",
        "/cron/enabled",
        "/browser/enabled",
        "/commands/bash",
        "/commands/config",
        "/update/checkOnStart",
        "/update/auto/enabled",
        "/telemetry/enabled",
      })
  void whatNoAgentNeedsIsOff(String setting) throws IOException {
    JsonNode value = made("anthropic", CHANNELS).at(setting);
    assertFalse(value.isMissingNode() || value.booleanValue(), setting);
  }

  @Test
  void nothingIsRunReloadedOrAnnounced() throws IOException {
    JsonNode made = made("anthropic", CHANNELS);
    assertEquals("deny", made.at("/tools/exec/mode").textValue());
    assertEquals("off", made.at("/gateway/reload/mode").textValue());
    assertEquals("token", made.at("/gateway/auth/mode").textValue());
    assertEquals("off", made.at("/discovery/mdns/mode").textValue());
  }

  @Test
  void onlyTheAgentsOwnPluginsMayLoad() throws IOException {
    JsonNode allowed = made("openai", List.of(Samples.discord())).at("/plugins/allow");
    assertEquals(JSON.readTree("[\"discord\",\"openai\",\"memory-core\"]"), allowed);
  }

  /** Two spellings of JavaScript's that Java reads otherwise. */
  private static RegularExpression expression(String javascript) {
    Pattern pattern = Pattern.compile(javascript.replace("[^.[", "[^.\\[").replace("\\0", "\\x00"));
    return text -> pattern.matcher(text).find();
  }

  private static List<String> wrong(JsonNode made) {
    return schema.validate(made).stream().map(Object::toString).toList();
  }

  private static JsonNode made(String provider, List<Map<String, Object>> channels)
      throws IOException {
    HelmRelease sample = Samples.release(Samples.CUSTOMER);
    Map<String, Object> openclaw =
        new java.util.HashMap<>(Samples.openclaw(Samples.CUSTOMER, provider, channels));
    openclaw.put("files", Samples.files(keys(channels)));
    HelmRelease release =
        new HelmRelease(
            sample.name(), sample.id(), sample.values(), sample.soul(), openclaw, sample.because());
    Rendered rendered =
        new ReleaseRenderer(new TemplateEngine(Samples.templates())).render(release, "values.yaml");
    Map<?, ?> content = (Map<?, ?>) YamlParser.parse(rendered.text()).get("content");
    return JSON.readTree(java.util.Base64.getDecoder().decode((String) content.get("config")));
  }

  private static List<String> keys(List<Map<String, Object>> channels) {
    List<String> keys = new ArrayList<>(List.of("model-api-key"));
    for (Map<String, Object> channel : channels) {
      for (Object secret : (List<?>) channel.get("secrets")) {
        keys.add((String) ((Map<?, ?>) ((Map<?, ?>) secret).get("reference")).get("provider"));
      }
    }
    keys.add("gateway-token");
    return keys;
  }
}
