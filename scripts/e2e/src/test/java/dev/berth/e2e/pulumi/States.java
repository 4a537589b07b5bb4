package dev.berth.e2e.pulumi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What must be true of every state, whoever wrote it. */
final class States {

  private States() {}

  static void check(Lane lane) throws IOException {
    List<Path> stacks;
    try (Stream<Path> files = Files.walk(lane.state().resolve(".pulumi/stacks"))) {
      stacks = files.filter(file -> file.toString().endsWith(".json")).toList();
    }
    assertEquals(2, stacks.size(), stacks::toString);
    for (Path stack : stacks) {
      JsonNode resources =
          new ObjectMapper().readTree(stack.toFile()).at("/checkpoint/latest/resources");
      assertTrue(resources.size() > 5, stack::toString);
      resources.forEach(States::checkProvider);
    }
    String all = lane.stateText();
    assertFalse(all.contains(Lane.PASSPHRASE), "the passphrase is in the state");
    String home = Path.of("../..").toAbsolutePath().normalize().toString();
    assertFalse(all.contains(home), "a path of this machine is in the state");
  }

  /** No provider but those made by the programs, at the versions the programs pin. */
  private static void checkProvider(JsonNode resource) {
    String type = resource.path("type").asText();
    String plugin = type.substring(type.lastIndexOf(':') + 1);
    if (type.startsWith("pulumi:providers:") && !plugin.equals("pulumi")) {
      String urn = resource.path("urn").asText();
      assertFalse(urn.contains("::default"), urn);
      assertEquals(Lane.PLUGINS.get(plugin), resource.at("/inputs/version").asText(), urn);
    }
  }
}
