package dev.berth.e2e.knowledge.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Compose file, read by the loader of Docker Compose. */
class ComposeTest {

  private static final String DIGEST = "@sha256:" + "ab".repeat(32);

  private static final Map<String, String> VARIABLES =
      Map.of(
          "AGENT_NAME", "support-customer",
          "AGENT_HOME", "/srv/openclaw/customer",
          "AGENT_SOUL", "/srv/customer/SOUL.md",
          "AGENT_CONFIG", "/srv/customer/openclaw.json",
          "OPENCLAW_IMAGE", "registry.example/openclaw:2026.11.1" + DIGEST,
          "KNOWLEDGE_IMAGE", "registry.example/berth-knowledge:0.1.0" + DIGEST,
          "KNOWLEDGE_STORE",
              "s3://knowledge/agents/support/customer/?endpoint=http://10.0.0.2:9000",
          "STORE_CREDENTIALS", "/srv/customer/credentials");

  private static JsonNode services;

  @BeforeAll
  static void read() throws Exception {
    services = new ObjectMapper().readTree(load(VARIABLES).well().out()).get("services");
  }

  private static Ran load(Map<String, String> variables) {
    return Ran.run(
        Checkout.file("templates/knowledge"),
        variables,
        "",
        List.of("compose-config", "compose.yaml"));
  }

  @Test
  void theAgentStartsOnceItsKnowledgeIsHereAndWatchedOver() {
    assertEquals("service_completed_successfully", condition("agent", "pull"));
    assertEquals("service_completed_successfully", condition("knowledge", "pull"));
  }

  /** Compose stops what depends on a service before that service. */
  @Test
  void theAgentStopsBeforeTheLastPush() {
    assertEquals("service_started", condition("agent", "knowledge"));
    assertTrue(services.get("knowledge").get("depends_on").get("agent") == null);
    assertEquals("1m0s", services.get("knowledge").get("stop_grace_period").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"pull", "knowledge", "agent"})
  void everyServiceHasTheLeastItNeeds(String name) {
    JsonNode service = services.get(name);
    assertEquals("10001:10001", service.get("user").asText());
    assertTrue(service.get("read_only").asBoolean());
    assertEquals("[\"ALL\"]", service.get("cap_drop").toString());
    assertEquals("[\"no-new-privileges:true\"]", service.get("security_opt").toString());
    assertNotEquals(0, service.get("mem_limit").asLong());
    assertNotEquals(0, service.get("pids_limit").asLong());
  }

  @Test
  void theProgramsPortIsThisMachinesAlone() {
    assertEquals(
        "127.0.0.1", services.get("knowledge").get("ports").get(0).get("host_ip").asText());
    assertEquals(null, services.get("agent").get("secrets"));
  }

  @Test
  void everyVariableThatIsMissingIsNamed() {
    for (String name : VARIABLES.keySet()) {
      Map<String, String> without = new HashMap<>(VARIABLES);
      without.put(name, "");
      Ran ran = load(without);
      assertEquals(1, ran.exitCode(), name);
      assertTrue(ran.err().contains("required variable " + name), ran.err());
    }
  }

  private static String condition(String service, String on) {
    return services.get(service).get("depends_on").get(on).get("condition").asText();
  }
}
