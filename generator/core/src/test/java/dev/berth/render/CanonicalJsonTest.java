package dev.berth.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

  @Test
  void spacesOfTheTemplateChangeNothing() {
    assertEquals(
        "{\n  \"b\": 1,\n  \"a\": [\n    true,\n    {}\n  ],\n  \"c\": []\n}\n",
        CanonicalJson.print("x", " {\"b\":1 ,\n\n \"a\":[true,{ }],\"c\":[ ]}"));
    assertEquals("\"\\u00E9\"\n", CanonicalJson.print("x", "\"\u00e9\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1,}", "{\"a\":1} {}", "{\"a\":1,\"a\":2}", "", "{a:1}"})
  void whatIsNotJsonIsABugOfTheTemplate(String text) {
    TemplateBug bug =
        assertThrows(TemplateBug.class, () -> CanonicalJson.print("openclaw/openclaw.json", text));
    assertEquals("openclaw/openclaw.json", bug.template());
  }
}
