package dev.berth.deploy.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.berth.deploy.kubernetes.JobOutcome;
import dev.berth.deploy.probe.Verdict.Finding;
import dev.berth.deploy.probe.Verdict.Kind;
import dev.berth.plan.PlannedProbe;
import dev.berth.plan.ProbeCheck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what the script of a probe left as its pod's termination message. */
public final class VerdictReader {

  /** The script has no other words; what else a pod says does not reach a terminal. */
  private static final Pattern WHY = Pattern.compile("[A-Za-z0-9_ ]{1,60}");

  private static final ObjectMapper JSON = new ObjectMapper();

  private VerdictReader() {}

  /**
   * Empty unless the message is of this very probe: every check accounted for, none that was not
   * asked for, and the exit code that goes with it.
   */
  public static Optional<Verdict> read(PlannedProbe probe, JobOutcome.Ended ended) {
    try {
      JsonNode said = JSON.readTree(ended.message());
      Verdict verdict =
          new Verdict(
              count(said, "asDeclared"),
              count(said, "holes"),
              count(said, "shut"),
              count(said, "unjudged"),
              findings(said));
      boolean whole =
          verdict.asDeclared() + verdict.found() == probe.checks().size()
              && verdict.findings().size() + count(said, "leftOff") == verdict.found()
              && exitCode(verdict) == ended.exitCode()
              && asked(verdict, probe);
      return whole ? Optional.of(verdict) : Optional.empty();
    } catch (JsonProcessingException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static List<Finding> findings(JsonNode said) {
    List<Finding> findings = new ArrayList<>();
    for (JsonNode each : said.path("findings")) {
      Kind kind =
          Arrays.stream(Kind.values())
              .filter(known -> known.toString().equals(each.path("is").asText()))
              .findFirst()
              .orElseThrow(IllegalArgumentException::new);
      String why = each.path("why").asText();
      if (!WHY.matcher(why).matches()) {
        throw new IllegalArgumentException();
      }
      findings.add(new Finding(each.path("id").asText(), kind, why));
    }
    return List.copyOf(findings);
  }

  private static int count(JsonNode said, String key) {
    int count = said.path(key).asInt(-1);
    if (count < 0) {
      throw new IllegalArgumentException();
    }
    return count;
  }

  private static int exitCode(Verdict verdict) {
    if (verdict.holes() + verdict.shut() > 0) {
      return 1;
    }
    return verdict.unjudged() > 0 ? 2 : 0;
  }

  private static boolean asked(Verdict verdict, PlannedProbe probe) {
    Set<String> ids = probe.checks().stream().map(ProbeCheck::id).collect(Collectors.toSet());
    return verdict.findings().stream().allMatch(each -> ids.remove(each.check()));
  }
}
