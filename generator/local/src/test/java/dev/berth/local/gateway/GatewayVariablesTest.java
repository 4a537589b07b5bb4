package dev.berth.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.local.place.AgentFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GatewayVariablesTest {

  private static final Path CHART =
      Path.of("../../templates/charts/openclaw-agent/templates/statefulset.yaml");

  private static final AgentFolder FOLDER = new AgentFolder(Path.of("/state/agents/a/b"));

  private static final Path NODE = Path.of("/tools/node-24.21.0/bin/node");

  /** What a process of a laptop needs, and a container has of itself or does not need. */
  private static final Set<String> LAPTOPS_OWN =
      Set.of("PATH", "TMPDIR", GatewayVariables.HOME, GatewayVariables.PORT);

  @Test
  void aPodAndALaptopAreGivenTheSame() throws IOException {
    Map<String, String> own =
        GatewayVariables.ofGateway(FOLDER, NODE, Map.of(), 1536, 18789, Map.of());
    Map<String, String> chart = chart();
    TreeSet<String> expected = new TreeSet<>(chart.keySet());
    expected.addAll(LAPTOPS_OWN);
    assertEquals(expected, new TreeSet<>(own.keySet()));
    chart.forEach(
        (name, value) -> {
          if (!value.startsWith("/")) {
            assertEquals(value.replaceAll("\\{\\{.*?}}", "1536"), own.get(name), name);
          }
        });
  }

  /** The gateway container's variables. */
  private static Map<String, String> chart() throws IOException {
    String text = Files.readString(CHART);
    String gateway = text.substring(text.indexOf("- name: gateway\n"));
    Matcher pair =
        Pattern.compile("- name: ([A-Z_]+)\\n +value: \"?(.*?)\"?\\n")
            .matcher(gateway.substring(0, gateway.indexOf("startupProbe:")));
    Map<String, String> variables = new TreeMap<>();
    while (pair.find()) {
      variables.put(pair.group(1), pair.group(2));
    }
    assertTrue(variables.size() > 8, variables::toString);
    return variables;
  }

  @Test
  void nothingElseOfTheUsersReachesIt() {
    Map<String, String> variables =
        GatewayVariables.of(
            FOLDER,
            NODE,
            Map.of(
                "AWS_SECRET_ACCESS_KEY", "k",
                "NODE_OPTIONS", "--require /tmp/x.js",
                "OPENCLAW_STATE_DIR", "/elsewhere",
                "HTTPS_PROXY", "http://proxy.example.com:3128",
                "LC_ALL", "C.UTF-8",
                "PATH", "/usr/bin"),
            1024);
    assertEquals("--max-old-space-size=1024", variables.get("NODE_OPTIONS"));
    assertEquals("/state/agents/a/b/state", variables.get("OPENCLAW_STATE_DIR"));
    assertEquals("http://proxy.example.com:3128", variables.get("HTTPS_PROXY"));
    assertEquals("C.UTF-8", variables.get("LC_ALL"));
    assertEquals("/tools/node-24.21.0/bin:/usr/bin", variables.get("PATH"));
    assertTrue(!variables.containsKey("AWS_SECRET_ACCESS_KEY"));
  }

  @Test
  void aSecretTakesTheNameOfNothingElse() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            GatewayVariables.ofGateway(
                FOLDER, NODE, Map.of(), 1024, 1, Map.of("OPENCLAW_STATE_DIR", "/x")));
  }
}
