package dev.berth.local.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScratchHomeTest {

  private static final String POD =
      """
      {"secrets":{"providers":{"token":{"source":"file","path":"/run/openclaw/keys/token"}}},
      "key":{"source":"env","provider":"default","id":"MODEL_KEY"},
      "url":"http://127.0.0.1:${BERTH_ECHO_PORT}/v1","logs":["/var/lib/openclaw/state/logs"],
      "workspace":"${BERTH_AGENT_HOME}/workspace","other":"/var/lib/openclawed"}
      """;

  @Test
  void aPodsFoldersBecomeItsOwnAndEveryKeyIsMadeUp() throws IOException {
    Path home;
    try (ScratchHome made = ScratchHome.of(POD, Path.of("/tools/bin/node"), Map.of())) {
      home = made.folder().home();
      JsonObject read =
          JsonParser.parseString(Files.readString(made.folder().configuration())).getAsJsonObject();
      Path key = home.resolve("keys/token");
      assertTrue(read.toString().contains("\"path\":\"" + key + "\""), read::toString);
      assertEquals("[\"" + home + "/state/logs\"]", read.get("logs").toString());
      assertEquals("/var/lib/openclawed", read.get("other").getAsString());
      assertEquals("${BERTH_AGENT_HOME}/workspace", read.get("workspace").getAsString());
      assertEquals("r--------", mode(key));
      assertEquals("r--------", mode(made.folder().configuration()));
      assertEquals("rwx------", mode(made.folder().configuration().getParent()));
      assertEquals("rwx------", mode(made.folder().state()));
      assertTrue(made.variables().get("MODEL_KEY").length() >= 32);
      assertEquals("18790", made.variables().get("BERTH_ECHO_PORT"));
      assertEquals(home.toString(), made.variables().get("BERTH_AGENT_HOME"));
      assertEquals("true", made.variables().get("npm_config_offline"));
      assertEquals("~/state", made.told(home + "/state"));
    }
    assertFalse(Files.exists(home));
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
