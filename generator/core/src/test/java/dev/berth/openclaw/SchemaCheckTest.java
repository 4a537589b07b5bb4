package dev.berth.openclaw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaCheckTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(strings = {"2026.9.5", "2026.9.6"})
  void aShippedSchemaIsWhatItsOriginSays(String version) throws Exception {
    byte[] text;
    try (InputStream packed = resource(version + ".json.gz");
        InputStream unpacked = new GZIPInputStream(packed)) {
      text = unpacked.readAllBytes();
    }
    JsonNode origin = JSON.readTree(resource(version + ".origin.json"));
    assertEquals(version, origin.get("version").textValue());
    assertEquals("npm:openclaw@" + version, origin.get("package").textValue());
    assertTrue(origin.get("integrity").textValue().startsWith("sha512-"));
    assertEquals(
        origin.get("schemaSha256").textValue(),
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text)));
    // OpenClaw's own prose stays OpenClaw's.
    JsonNode schema = JSON.readTree(text);
    assertEquals(
        List.of(), schema.findValues("description").stream().filter(JsonNode::isTextual).toList());
    assertEquals(
        List.of(), schema.findValues("title").stream().filter(JsonNode::isTextual).toList());
  }

  @Test
  void aVersionWithoutASchemaHasNone() {
    assertTrue(SchemaCheck.of("2026.1.1").isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'opne':true}||does not know the key `opne`",
        "{'gateway':{'opne':1}}|gateway|does not know the key `opne`",
        "{'gateway':{'port':'18789'}}|gateway.port|must be integer",
        "{'gateway':{'port':99999}}|gateway.port|must be at most 65535",
        "{'gateway':{'mode':'cluster'}}|gateway.mode|must be one of \"local\", \"remote\"",
        "{'gateway':{'auth':{'token':{'source':'vault','provider':'a','id':'b'}}}}|gateway.auth.token|has"
            + " none of the forms it may have",
        "{'gateway':{'auth':{'token':{'source':'env','provider':'a','id':'b'}}}}|gateway.auth.token.id|must"
            + " have the form ^[A-Z][A-Z0-9_]{0,127}$",
        "{'agents':{'entries':{'Bad Agent!':{}}}}|agents.entries.Bad Agent!|may not be a key here",
        "{'channels':{'telegram':{'tokn':1}}}|channels.telegram|does not know the key `tokn`",
        "{'channels':{'telegram':{'dmPolicy':'anyone'}}}|channels.telegram.dmPolicy|must be one of"
            + " \"pairing\", \"allowlist\", \"open\", \"disabled\"",
      })
  void aRefusalSaysWhereAndWhat(String configuration, String path, String what) {
    assertEquals(
        List.of(new Objection(Objects.requireNonNullElse(path, ""), true, what)),
        judged(configuration));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'channels':{'telegraf':{}}}|channels.telegraf|true",
        "{'channels':{'telegraf':{}},'plugins':{'entries':{'telegraf':{}}}}|channels.telegraf"
            + " plugins.entries.telegraf|false",
        "{'channels':{'telegram':{'dmPolicy':'open'}}}|channels.telegram.allowFrom|false",
        "{'channels':{'telegram':{'dmPolicy':'allowlist'}}}|channels.telegram.allowFrom|false",
        "{'channels':{'telegram':{'accounts':{'a':{'dmPolicy':'open'}}}}}|channels.telegram.accounts.a.allowFrom|false",
        "{'agents':{'entries':{'a':{},'b':{}}}}|agents.ownership|true",
        "{'agents':{'ownership':'explicit','entries':{'a':{},'b':{}}}}|agents.defaults.heartbeat.agentId|false",
        "{'agents':{'ownership':'explicit','defaults':{'heartbeat':{'agentId':'a'}},'entries':{'a':{'agentDir':'/x'},'b':{'agentDir':'/x'}}}}|agents.entries|true",
        "{'agents':{'entries':{'a':{}}},'bindings':[{'agentId':'b','match':{'channel':'telegram'}}]}|bindings.0.agentId|true",
        "{'agents':{'entries':{'a':{}}},'broadcast':{'g':['b']}}|broadcast.g.0|true",
        "{'agents':{'defaults':{'heartbeat':{'agentId':'b'}},'entries':{'a':{}}}}|agents.defaults.heartbeat.agentId|true",
        "{'agents':{'defaults':{'heartbeat':{'every':'soon'}}}}|agents.defaults.heartbeat.every|true",
        "{'agents':{'defaults':{'heartbeat':{'target':'telegraf'}}}}|agents.defaults.heartbeat.target|true",
        "{'agents':{'entries':{'a':{'heartbeat':{'target':'"
            + " '}}}}}|agents.entries.a.heartbeat.target|true",
        "{'agents':{'entries':{'a':{'tools':{'allow':['read'],'alsoAllow':['write']}}}}}|agents.entries.a.tools|true",
        "{'agents':{'entries':{'a':{'identity':{'avatar':'../x.png'}}}}}|agents.entries.a.identity.avatar|true",
        "{'agents':{'entries':{'a':{'identity':{'avatar':'~/x.png'}}}}}|agents.entries.a.identity.avatar|true",
        "{'agents':{'defaults':{'modelPolicy':{'allow':['claude']}}}}|agents.defaults.modelPolicy.allow.0|true",
        "{'models':{'providers':{'own':{'models':[]}}}}|models.providers.own.baseUrl|true",
        "{'plugins':{'allow':['hammer']}}|plugins.allow|false",
        "{'plugins':{'entries':{'hammer':{}}}}|plugins.entries.hammer|false",
        "{'gateway':{'bind':'lan','tailscale':{'mode':'serve'}}}|gateway.bind|true",
        "{'gateway':{'auth':{'mode':'none'},'tailscale':{'mode':'funnel'}}}|gateway.auth.mode|true",
        "{'logging':{'file':'${NOT_SET}/log'}}|logging.file|false",
      })
  void oneFieldMustFitAnother(String configuration, String path, boolean refuses) {
    List<Objection> judged = judged(configuration);
    assertEquals(path, judged.stream().map(Objection::path).collect(Collectors.joining(" ")));
    assertTrue(judged.stream().allMatch(each -> each.refuses() == refuses), judged::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'logging':{'file':'${SET}/log'}}",
        "{'logging':{'file':'$${NOT_SET}/log'}}",
        "{'channels':{'telegram':{'enabled':false,'dmPolicy':'open'}}}",
        "{'channels':{'telegram':{'dmPolicy':'open','allowFrom':['*'],'accounts':{'a':{}}}}}",
        "{'channels':{'discord':{'enabled':true}}}",
        "{'agents':{'entries':{'a':{}}},'bindings':[{'agentId':'A','match':{'channel':'x'}}]}",
        "{'agents':{'defaults':{'heartbeat':{'every':'1h30m','target':'last'}}}}",
        "{'agents':{'defaults':{'modelPolicy':{'allow':['anthropic/*','a/b/c']}}}}",
      })
  void whatFitsIsNotObjectedTo(String configuration) {
    assertEquals(List.of(), judged(configuration));
  }

  private static List<Objection> judged(String configuration) {
    return SchemaCheck.of("2026.9.6")
        .orElseThrow()
        .judge(configuration.replace('\'', '"'), Set.of("SET"));
  }

  private static InputStream resource(String name) throws IOException {
    return Objects.requireNonNull(SchemaCheck.class.getResourceAsStream("schemas/" + name), name);
  }
}
