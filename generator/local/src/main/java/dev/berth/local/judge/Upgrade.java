package dev.berth.local.judge;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.berth.local.gateway.ChannelPlugins;
import dev.berth.local.gateway.OpenClawProgram;
import dev.berth.local.judge.Remark.Weight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Two versions of OpenClaw, asked about the same configuration. */
public final class Upgrade {

  private static final Duration MOST = Duration.ofMinutes(5);

  private static final List<Examination> BEYOND_VALID =
      List.of(Examination.SECURITY, Examination.SECRETS, Examination.DOCTOR);

  private final OpenClawJudge now;
  private final OpenClawJudge then;
  private final SchemaKeys nowKeys;
  private final SchemaKeys thenKeys;

  private Upgrade(OpenClawJudge now, OpenClawJudge then, SchemaKeys nowKeys, SchemaKeys thenKeys) {
    this.now = now;
    this.then = then;
    this.nowKeys = nowKeys;
    this.thenKeys = thenKeys;
  }

  /** Both, with what each says its configuration may be. */
  public static Upgrade between(OpenClawJudge now, OpenClawJudge then)
      throws IOException, InterruptedException {
    return new Upgrade(now, then, keys(now), keys(then));
  }

  private static SchemaKeys keys(OpenClawJudge judge) throws IOException, InterruptedException {
    try (ScratchHome home = ScratchHome.of("{}", judge.program().node(), judge.around())) {
      OpenClawProgram.Ran ran =
          judge
              .program()
              .run(List.of("config", "schema"), home.variables(), home.folder().temporary(), MOST);
      int start = ran.out().indexOf('{');
      return new SchemaKeys(
          ran.exitCode() == 0 && start >= 0
              ? JsonParser.parseString(ran.out().substring(start)).getAsJsonObject()
              : new JsonObject());
    }
  }

  /** What a difference means for an agent. */
  public enum Kind {
    /** The other version refuses it. */
    BREAKS,
    /** The other version has something to say that this one has not. */
    WARNS,
    /** The other version understands a key differently. */
    CHANGES
  }

  /**
   * One difference.
   *
   * @param key of openclaw.json; empty when it is about none
   * @param what a sentence
   */
  public record Difference(Kind kind, String key, String what) {}

  /** What is different for one configuration: what breaks it first. */
  public List<Difference> differences(String configuration, Consumer<String> progress)
      throws IOException, InterruptedException, ChannelPlugins.Refused {
    List<Remark> before = now.judge(configuration, List.of(Examination.VALIDATE), progress);
    List<Remark> after = then.judge(configuration, List.of(Examination.VALIDATE), progress);
    boolean refused = after.stream().anyMatch(each -> each.weight() == Weight.REFUSED);
    List<Difference> found = new ArrayList<>(fresh(before, after));
    for (Map.Entry<List<String>, String> each :
        SchemaKeys.differences(nowKeys, thenKeys, configuration)) {
      boolean unknown = thenKeys.rules(each.getKey()).isEmpty();
      found.add(
          new Difference(
              refused && unknown ? Kind.BREAKS : Kind.CHANGES,
              SchemaKeys.shown(each.getKey()),
              each.getValue()));
    }
    if (!refused) {
      found.addAll(
          fresh(
              now.judge(configuration, BEYOND_VALID, progress),
              then.judge(configuration, BEYOND_VALID, progress)));
    }
    return found.stream()
        .distinct()
        .sorted(java.util.Comparator.comparing(Difference::kind))
        .toList();
  }

  /** What the other version says, and this one does not. */
  private static List<Difference> fresh(List<Remark> before, List<Remark> after) {
    Set<String> known = before.stream().map(Upgrade::name).collect(Collectors.toUnmodifiableSet());
    return after.stream()
        .filter(each -> !known.contains(name(each)))
        .map(
            each ->
                new Difference(
                    each.weight() == Weight.REFUSED ? Kind.BREAKS : Kind.WARNS,
                    each.command().equals(Examination.VALIDATE.toString()) ? each.code() : "",
                    "%s says %s: %s".formatted(each.command(), each.code(), each.what())))
        .toList();
  }

  private static String name(Remark remark) {
    return remark.weight() + " " + remark.command() + " " + remark.code();
  }

  /**
   * The versions of what an OpenClaw keeps on disk, by database, as its package.json says; empty
   * for one that does not say.
   *
   * @param script its {@code openclaw.mjs}
   */
  public static String stateVersions(Path script) throws IOException {
    JsonObject about =
        JsonParser.parseString(Files.readString(script.resolveSibling("package.json")))
            .getAsJsonObject();
    if (about.get("openclaw") instanceof JsonObject own
        && own.get("schemaVersions") instanceof JsonObject versions) {
      return versions.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .map(each -> each.getKey() + " " + each.getValue().getAsString())
          .collect(Collectors.joining(", "));
    }
    return "";
  }
}
