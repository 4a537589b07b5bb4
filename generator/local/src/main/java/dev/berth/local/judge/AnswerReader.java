package dev.berth.local.judge;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.berth.local.gateway.OpenClawProgram.Ran;
import dev.berth.local.judge.Remark.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what OpenClaw's commands print, in the forms of 2026.8 and newer. */
final class AnswerReader {

  /** A requirement that is a name, not a sentence. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9_.-]{1,80}");

  private static final int MOST_WORDS = 300;

  private AnswerReader() {}

  /** Every remark that needs to be known; what is only told is left out. */
  static List<Remark> read(Examination examination, Ran ran) {
    Optional<JsonObject> answer = answer(ran.out());
    if (answer.isEmpty()) {
      return List.of(unanswered(examination, ran));
    }
    List<Remark> remarks =
        switch (examination) {
          case VALIDATE -> validated(answer.get());
          case SECURITY -> found(examination, answer.get(), "checkId", "title", "remediation");
          case SECRETS -> found(examination, answer.get(), "code", "message", "");
          case DOCTOR -> found(examination, answer.get(), "checkId", "message", "fixHint");
        };
    return agreed(examination, ran, answer.get(), remarks);
  }

  /** A command that refuses, and names nothing that it refuses for, is heard all the same. */
  private static List<Remark> agreed(
      Examination examination, Ran ran, JsonObject answer, List<Remark> remarks) {
    boolean named = remarks.stream().anyMatch(each -> each.weight() != Weight.EXPECTED);
    boolean refuses =
        switch (examination) {
          case VALIDATE -> !isTrue(answer, "valid");
          case SECURITY -> critical(answer) > 0 || ran.exitCode() != 0;
          case SECRETS -> ran.exitCode() != 0;
          // Its exit code is 1 for a warning, too, expected or not.
          case DOCTOR -> ran.exitCode() != 0 && remarks.isEmpty();
        };
    if (!refuses || named) {
      return remarks;
    }
    List<Remark> all = new ArrayList<>(remarks);
    all.add(unanswered(examination, ran));
    return all;
  }

  private static boolean isTrue(JsonObject answer, String key) {
    return answer.has(key) && answer.get(key).isJsonPrimitive() && answer.get(key).getAsBoolean();
  }

  /** How many critical findings it counts; one that does not count says nothing. */
  private static int critical(JsonObject answer) {
    return answer.get("summary") instanceof JsonObject summary && summary.has("critical")
        ? summary.get("critical").getAsInt()
        : 1;
  }

  private static List<Remark> validated(JsonObject answer) {
    List<Remark> remarks = new ArrayList<>();
    for (JsonObject issue : objects(answer, "issues")) {
      remarks.add(remark(Examination.VALIDATE, Weight.REFUSED, issue, "path", "message", ""));
    }
    for (JsonObject warning : objects(answer, "warnings")) {
      String what = text(warning, "message");
      remarks.add(
          what.startsWith("plugin not installed: ")
              ? new Remark(
                  Examination.VALIDATE.toString(), Weight.WARNING, Expected.NO_PLUGIN, what, "")
              : remark(Examination.VALIDATE, Weight.WARNING, warning, "path", "message", ""));
    }
    return remarks;
  }

  private static List<Remark> found(
      Examination examination, JsonObject answer, String code, String what, String mend) {
    List<Remark> remarks = new ArrayList<>();
    for (JsonObject each : objects(answer, "findings")) {
      switch (text(each, "severity")) {
        case "critical", "error" ->
            remarks.add(remark(examination, Weight.REFUSED, each, code, what, mend));
        case "info" -> {}
        default ->
            // A secret in the open is refused whatever weight OpenClaw gives it.
            remarks.add(
                remark(
                    examination,
                    examination == Examination.SECRETS ? Weight.REFUSED : Weight.WARNING,
                    each,
                    code,
                    what,
                    mend));
      }
    }
    return remarks;
  }

  private static Remark remark(
      Examination examination,
      Weight weight,
      JsonObject each,
      String code,
      String what,
      String mend) {
    String requirement = text(each, "requirement");
    String path = text(each, examination == Examination.SECRETS ? "jsonPath" : "path");
    String named = text(each, code);
    String said = text(each, what);
    String detail = text(each, "detail");
    return new Remark(
        examination.toString(),
        weight,
        named.equals("core/doctor/security") && NAME.matcher(requirement).matches()
            ? named + ":" + requirement
            : named,
        (path.isEmpty() || path.equals(named) || said.startsWith(path) ? "" : path + ": ")
            + (detail.isEmpty() ? said : said + ": " + detail),
        mend.isEmpty() ? "" : text(each, mend));
  }

  private static Remark unanswered(Examination examination, Ran ran) {
    String end =
        (ran.out() + "\n" + ran.err())
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .reduce((before, line) -> line)
            .orElse("it said nothing");
    return new Remark(
        examination.toString(),
        Weight.REFUSED,
        "no-answer",
        (ran.tookTooLong() ? "it took too long" : "exit code " + ran.exitCode())
            + ": "
            + (end.length() > MOST_WORDS ? end.substring(0, MOST_WORDS) : end),
        "");
  }

  /** The JSON object that it printed, with whatever was printed before. */
  private static Optional<JsonObject> answer(String out) {
    int start = out.startsWith("{") ? 0 : out.indexOf("\n{") + 1;
    if (!out.startsWith("{", start)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JsonParser.parseString(out.substring(start)).getAsJsonObject());
    } catch (JsonParseException | IllegalStateException noObject) {
      return Optional.empty();
    }
  }

  private static List<JsonObject> objects(JsonObject answer, String key) {
    List<JsonObject> objects = new ArrayList<>();
    if (answer.has(key) && answer.get(key).isJsonArray()) {
      for (JsonElement each : answer.getAsJsonArray(key)) {
        objects.add(each.getAsJsonObject());
      }
    }
    return objects;
  }

  private static String text(JsonObject from, String key) {
    return from.has(key) && from.get(key).isJsonPrimitive() ? from.get(key).getAsString() : "";
  }
}
