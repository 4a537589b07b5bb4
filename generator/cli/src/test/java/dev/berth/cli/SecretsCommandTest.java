package dev.berth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.deploy.secrets.SecretAnswer;
import dev.berth.deploy.secrets.SecretAnswer.State;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** {@code berth secrets --missing}: what it asks, and what it makes of the answers. */
class SecretsCommandTest {

  private final List<String> asked = new ArrayList<>();

  @Test
  void everySecretIsAskedForOnce() {
    run(name -> new SecretAnswer(name, State.THERE, ""), "secrets", "--missing");
    assertTrue(asked.contains("acme-agents-dev customer-discord-token"), asked::toString);
    assertEquals(asked.stream().distinct().toList(), asked);
  }

  @Test
  void withNoneMissingItIsDone() {
    String said =
        run(
            name -> new SecretAnswer(name, State.THERE, ""),
            "secrets",
            "--missing",
            "support/customer");
    assertEquals("None of 2 secrets is missing.\nexit: 0\n", said);
  }

  @Test
  void onlyThoseThatAreMissingAreListed() {
    String said =
        run(
            name ->
                name.equals("customer-discord-token")
                    ? new SecretAnswer(name, State.MISSING, "create it")
                    : new SecretAnswer(name, State.THERE, ""),
            "secrets",
            "--missing",
            "support/customer");
    assertTrue(said.contains("\n  missing: create it\n"), said);
    assertTrue(said.contains("gcloud secrets create customer-discord-token"), said);
    assertFalse(said.contains("anthropic-api-key"), said);
    assertTrue(said.endsWith("1 of 2 secrets: missing\nexit: 3\n"), said);
  }

  @Test
  void aRefusalAndADisabledVersionAreNoSuccess() {
    for (State state : List.of(State.REFUSED, State.NOT_ENABLED, State.UNANSWERED)) {
      String said =
          run(
              name -> new SecretAnswer(name, state, "do this"),
              "secrets",
              "--missing",
              "support/customer");
      assertTrue(said.endsWith("2 of 2 secrets: " + state + "\nexit: 3\n"), said);
      assertTrue(said.contains("  " + state + ": do this\n"), said);
    }
  }

  @Test
  void asJsonEverySecretHasItsState() {
    String said =
        run(
            name ->
                name.startsWith("customer")
                    ? new SecretAnswer(name, State.MISSING, "create it")
                    : new SecretAnswer(name, State.THERE, ""),
            "secrets",
            "--missing",
            "support/customer",
            "--format",
            "json");
    assertTrue(said.contains("\"state\": \"there\""), said);
    assertTrue(said.contains("\"state\": \"missing\""), said);
    assertTrue(said.endsWith("}\nexit: 3\n"), said);
  }

  @Test
  void withoutTheOptionNobodyIsAsked() {
    run(
        name -> {
          throw new AssertionError("asked for " + name);
        },
        "secrets");
    assertEquals(List.of(), asked);
  }

  private String run(Function<String, SecretAnswer> answers, String... args) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8);
    Surroundings around =
        new Surroundings(
            CommandRun.HOME,
            CommandRun.HOME,
            Map.of(),
            false,
            CommandRun.TODAY,
            InputStream.nullInputStream(),
            both,
            both);
    Workshop workshop =
        new Workshop(
            CommandRun.HOME,
            () -> {
              throw new AssertionError("no Pulumi");
            },
            () ->
                (project, names) -> {
                  names.forEach(name -> asked.add(project + " " + name));
                  return names.stream().map(answers).toList();
                },
            CommandRun.NO_CLUSTER,
            CommandRun.NO_KNOWLEDGE,
            CommandRun.NO_LAPTOP);
    int code = Berth.run(around, workshop, args);
    return said.toString(StandardCharsets.UTF_8) + "exit: " + code + "\n";
  }
}
