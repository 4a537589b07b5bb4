package dev.berth.plan;

import dev.berth.model.Agent;
import dev.berth.model.ChannelKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which secrets an agent reads, and under which file name each reaches it. */
public final class Secrets {

  static final String MODEL_KEY = "model-api-key";

  private Secrets() {}

  /** Sorted by file name. */
  public static List<SecretNeed> of(Agent agent) {
    List<SecretNeed> needs = new ArrayList<>();
    needs.add(new SecretNeed(agent.apiKey().value(), MODEL_KEY, agent.apiKey().from()));
    agent
        .channels()
        .forEach(
            channel ->
                channel
                    .secrets()
                    .forEach(
                        (field, secret) ->
                            needs.add(
                                new SecretNeed(
                                    secret.value(), key(channel.kind(), field), secret.from()))));
    needs.sort(Comparator.comparing(SecretNeed::key));
    return List.copyOf(needs);
  }

  /** {@code telegram}, {@code botToken} to {@code telegram-bot-token}. */
  static String key(ChannelKind channel, String field) {
    return channel + "-" + field.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
