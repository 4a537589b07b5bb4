package dev.berth.local.judge;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.berth.local.gateway.ChannelPlugins;
import dev.berth.local.gateway.OpenClawProgram;
import dev.berth.local.judge.Remark.Weight;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * OpenClaw of one version, asked about configurations. Nothing here reaches the network, but for
 * the plugins of channels when they are asked for.
 *
 * @param program the real one
 * @param around the variables of whoever asks
 * @param plugins what installs channels that are no part of OpenClaw; empty to do without
 */
public record OpenClawJudge(
    OpenClawProgram program, Map<String, String> around, Optional<ChannelPlugins> plugins) {

  /** On a machine with a second to spare each takes a few: this ends one that hangs. */
  private static final Duration MOST = Duration.ofMinutes(5);

  /**
   * What it has to say of one configuration, by command and then by code.
   *
   * @param configuration an openclaw.json
   * @param examinations which of its commands
   * @param progress is told of what takes long
   */
  public List<Remark> judge(
      String configuration, List<Examination> examinations, Consumer<String> progress)
      throws IOException, InterruptedException, ChannelPlugins.Refused {
    List<Remark> remarks = new ArrayList<>();
    try (ScratchHome home = ScratchHome.of(configuration, program.node(), around)) {
      if (plugins.isPresent()) {
        plugins
            .get()
            .ensure(home.folder(), ChannelPlugins.among(channels(configuration)), progress);
      }
      for (Examination each : examinations) {
        OpenClawProgram.Ran ran =
            program.run(each.words(), home.variables(), home.folder().temporary(), MOST);
        AnswerReader.read(each, ran).stream()
            .map(remark -> weighed(remark, home))
            .sorted(Comparator.comparing(Remark::code).thenComparing(Remark::what))
            .forEach(remarks::add);
      }
    }
    return List.copyOf(remarks);
  }

  private static List<String> channels(String configuration) {
    JsonObject read = JsonParser.parseString(configuration).getAsJsonObject();
    return read.get("channels") instanceof JsonObject channels
        ? List.copyOf(channels.keySet())
        : List.of();
  }

  private Remark weighed(Remark remark, ScratchHome home) {
    String what = home.told(remark.what());
    Optional<String> reason =
        remark.weight() == Weight.WARNING && !missingAlthoughInstalled(remark)
            ? Expected.reason(remark.code())
            : Optional.empty();
    return reason
        .map(why -> new Remark(remark.command(), Weight.EXPECTED, remark.code(), what, why))
        .orElseGet(
            () ->
                new Remark(
                    remark.command(),
                    remark.weight(),
                    home.told(remark.code()),
                    what,
                    home.told(remark.mend())));
  }

  private boolean missingAlthoughInstalled(Remark remark) {
    return plugins.isPresent() && remark.code().equals(Expected.NO_PLUGIN);
  }
}
