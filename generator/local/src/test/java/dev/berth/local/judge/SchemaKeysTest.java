package dev.berth.local.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaKeysTest {

  private static final String SCHEMA =
      """
      {"type":"object","additionalProperties":false,"properties":{
      "mode":{"anyOf":[{"type":"string","enum":["off","on"]},{"type":"boolean"}]},
      "port":{"$ref":"#/$defs/port"},
      "deny":{"type":"array","items":{"type":"string"}},
      "open":{"type":"object"},
      "entries":{"type":"object","additionalProperties":{"type":"object",
      "additionalProperties":false,"properties":{"name":{"type":"string"}}}}},
      "$defs":{"port":{"type":"integer","default":18789}}}
      """;

  private static final String CONFIGURATION =
      """
      {"mode":"on","port":1,"deny":["exec","cron"],"open":{"x":1},"entries":{"a":{"name":"n"}}}
      """;

  @Test
  void theSameSchemaIsNoDifference() {
    assertEquals(List.of(), differences(SCHEMA));
  }

  @Test
  void whatAKeyMayBeIsComparedAndNothingElse() {
    assertEquals(
        List.of(
            "mode: it may now be {\"enum\":[\"off\"],\"type\":\"string\"}; it may no longer be"
                + " {\"enum\":[\"off\",\"on\"],\"type\":\"string\"}"),
        differences(SCHEMA.replace("[\"off\",\"on\"]", "[\"off\"],\"description\":\"new\"")));
    assertEquals(
        List.of(
            "port: it may now be {\"default\":1,\"type\":\"integer\"}; it may no longer be"
                + " {\"default\":18789,\"type\":\"integer\"}"),
        differences(SCHEMA.replace("18789", "1")));
    assertEquals(
        List.of(
            "deny[]: it may now be {\"type\":\"number\"}; it may no longer be"
                + " {\"type\":\"string\"}"),
        differences(
            SCHEMA.replace("\"items\":{\"type\":\"string\"}", "\"items\":{\"type\":\"number\"}")));
    assertEquals(
        List.of("entries.a.name: its schema does not know this key"),
        differences(SCHEMA.replace("\"properties\":{\"name\"", "\"properties\":{\"nome\"")));
    assertEquals(
        List.of("entries: its schema does not know this key"),
        differences(SCHEMA.replace("\"entries\":", "\"list\":")));
  }

  private static List<String> differences(String then) {
    return SchemaKeys.differences(keys(SCHEMA), keys(then), CONFIGURATION).stream()
        .map(SchemaKeysTest::shown)
        .toList();
  }

  private static String shown(Map.Entry<List<String>, String> each) {
    return SchemaKeys.shown(each.getKey()) + ": " + each.getValue();
  }

  private static SchemaKeys keys(String schema) {
    return new SchemaKeys(JsonParser.parseString(schema).getAsJsonObject());
  }
}
