package dev.berth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.deploy.kubernetes.JobOutcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code probe} with the cluster replaced; the cluster itself has its own lane. */
class ProbeTest {

  private static final Path FLEET = Path.of("src/test/golden/everything-right/given");

  private final FakeJobs jobs = new FakeJobs();
  private final List<String> contexts = new ArrayList<>();

  @Test
  void whatIsAsDeclaredTakesALine() {
    assertEquals(
        """
        support/customer        16 as declared
        As declared: 1 of 1 agent. Declared, and nothing a pod can try: 3, which
        `--format json` lists.
        exit: 0
        """,
        run(FLEET, "probe"));
  }

  @Test
  void whatIsNotIsToldWithTheLineThatAskedForIt() {
    jobs.ending(
        "support/customer",
        checks ->
            FakeJobs.said(
                1,
                "\"asDeclared\":%d,\"holes\":1,\"shut\":1,\"unjudged\":2".formatted(checks - 4),
                """
                {"id":"host/dns.google","is":"hole","why":"connected"},
                {"id":"host/discord.com","is":"shut","why":"timeout"},
                {"id":"kubernetes-api","is":"unjudged","why":"refused"}
                """,
                1));
    assertEquals(
        """
        support/customer        12 as declared, 1 hole, 1 shut, 2 not judged
          hole      host/dns.google  connected
          shut      host/discord.com  timeout  agents/support/customer.yaml:2
          unjudged  kubernetes-api  refused
          and 1 more
        """,
        run(FLEET, "probe", "--quiet").replaceAll("(?m)^exit: 3\n", ""));
  }

  @Test
  void whoCouldNotBeJudgedIsNotTakenForRight() {
    jobs.ending(
        "support/customer", checks -> new JobOutcome.NotRun("Unschedulable: 0/3 nodes are free"));
    String said = run(FLEET, "probe");
    assertTrue(
        said.startsWith("support/customer        not judged: Unschedulable: 0/3 nodes are free\n"),
        said);
    assertTrue(said.contains("As declared: 0 of 1 agent. Not judged: 1."), said);
    assertTrue(said.endsWith("exit: 3\n"), said);
  }

  /** A pod's words reach a terminal only when they are those of the script. */
  @Test
  void whatIsNoVerdictOfThisProbeIsNone() {
    String whole = "\"asDeclared\":15,\"holes\":1,\"shut\":0,\"unjudged\":0";
    List<JobOutcome> strange =
        List.of(
            new JobOutcome.Ended(137, ""),
            new JobOutcome.Ended(0, "all is well"),
            new JobOutcome.Ended(0, "{}"),
            // Fewer checks than were asked for, another exit code, a check nobody asked for, a word
            // the script does not have.
            FakeJobs.said(
                0, whole.replace("15", "14").replace("\"holes\":1", "\"holes\":0"), "", 0),
            FakeJobs.said(0, whole, finding("host/dns.google", "connected"), 0),
            FakeJobs.said(1, whole, finding("host/example.com", "connected"), 0),
            FakeJobs.said(1, whole, finding("host/dns.google", "\\u001b[2J"), 0),
            FakeJobs.said(1, whole, "", 0));
    for (JobOutcome each : strange) {
      jobs.ending("support/customer", checks -> each);
      String said = run(FLEET, "probe");
      assertTrue(
          said.contains("not judged: the probe ended with exit code"), () -> each + ": " + said);
      assertFalse(said.contains("\u001b"), said);
      assertTrue(said.endsWith("exit: 3\n"), said);
    }
    jobs.ending(
        "support/customer",
        checks -> FakeJobs.said(1, whole, finding("host/dns.google", "connected"), 0));
    assertTrue(run(FLEET, "probe").contains("  hole      host/dns.google  connected\n"));
  }

  private static String finding(String id, String why) {
    return "{\"id\":\"%s\",\"is\":\"hole\",\"why\":\"%s\"}".formatted(id, why);
  }

  @Test
  void theReportIsAlsoForPrograms() {
    assertEquals(
        """
        {
          "format": "berth-probe/1",
          "cluster": {
            "environment": "dev",
            "context": "gke_acme-agents-dev_europe-west1_berth-dev"
          },
          "agents": [
            {
              "agent": "support/customer",
              "verdict": "as declared",
              "asDeclared": 16,
              "holes": 0,
              "shut": 0,
              "unjudged": 0,
              "findings": [ ],
              "untried": [
                {
                  "check": "host/*.discord.gg",
                  "why": "a wildcard names no one host"
                },
                {
                  "check": "secret/anthropic-api-key",
                  "why": "the node delivers it: its pod has no way to ask for it"
                },
                {
                  "check": "secret/customer-discord-token",
                  "why": "the node delivers it: its pod has no way to ask for it"
                }
              ],
              "problem": ""
            }
          ]
        }
        exit: 0
        """,
        run(FLEET, "probe", "--format", "json"));
  }

  @Test
  void onlyTheEnvironmentsOwnClusterIsProbedUnlessAnotherIsNamed() {
    run(FLEET, "probe");
    run(FLEET, "probe", "--context", "other");
    assertEquals(
        List.of(
            "gke_acme-agents-dev_europe-west1_berth-dev [/a/config, /b]", "other [/a/config, /b]"),
        contexts);
  }

  @Test
  void agentsAreProbedAndToldInTheirOrder() {
    String said = run(CommandRun.HOME, "probe", "support/triage", "research/reader", "--quiet");
    assertTrue(said.matches("(?s)research/reader .*\nsupport/triage .*\nexit: 0\n"), said);
    assertEquals(2, jobs.ran.size());
  }

  @Test
  void noMoreThanWasAskedForRunAtOnce() {
    CyclicBarrier both = new CyclicBarrier(2);
    jobs.during = () -> await(both);
    run(CommandRun.HOME, "probe", "--at-once", "2");
    assertEquals(12, jobs.ran.size());
    assertEquals(2, jobs.most.get());
  }

  @Test
  void aTeamNeverHasMoreProbesThanItsQuotaHasRoomFor(@TempDir Path folder) throws IOException {
    CommandRun.copy(FLEET, folder);
    String agent = Files.readString(folder.resolve("agents/support/customer.yaml"));
    for (int each = 1; each < 8; each++) {
      Files.writeString(
          folder.resolve("agents/support/copy" + each + ".yaml"), "soul: customer\n" + agent);
    }
    Path team = folder.resolve("agents/support/team.yaml");
    Files.writeString(
        team,
        Files.readString(team)
            .replaceAll("quota: .*", "quota: { cpu: 8, memory: 16Gi, agents: 8 }"));
    CyclicBarrier four = new CyclicBarrier(4);
    jobs.during = () -> await(four);
    String said = run(folder, "probe", "--at-once", "8");
    assertEquals(8, jobs.ran.size(), said);
    assertEquals(4, jobs.most.get());
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(1, TimeUnit.MINUTES);
    } catch (Exception never) {
      throw new IllegalStateException(never);
    }
  }

  private String run(Path folder, String... args) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8);
    Surroundings around =
        new Surroundings(
            folder.toAbsolutePath(),
            CommandRun.HOME,
            Map.of("KUBECONFIG", "/a/config:/b", "HOME", "/home"),
            false,
            CommandRun.TODAY,
            InputStream.nullInputStream(),
            both,
            both);
    Workshop workshop =
        new Workshop(
            CommandRun.HOME,
            () -> {
              throw new AssertionError("a probe needs no Pulumi");
            },
            CommandRun.NO_SECRETS,
            (files, context) -> {
              contexts.add(context + " " + files);
              return jobs;
            },
            CommandRun.NO_KNOWLEDGE,
            CommandRun.NO_LAPTOP);
    int code = Berth.run(around, workshop, args);
    return said.toString(StandardCharsets.UTF_8) + "exit: " + code + "\n";
  }
}
