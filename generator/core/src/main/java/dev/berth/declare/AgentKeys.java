package dev.berth.declare;

import dev.berth.model.ChannelKind;
import dev.berth.model.HostName;
import dev.berth.model.Name;
import dev.berth.model.SecretName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** The keys of {@code <agent>.yaml}. */
public final class AgentKeys {

  private static final Key<Written<Name>> SOUL =
      Key.optional(
          "soul",
          "Its soul: souls/<name>.md; the agent's own name unless written.",
          Rules.NAME.like("customer"));
  private static final Key<List<AgentDeclaration.Channel>> CHANNELS =
      Key.optional("channels", "Where it takes messages.", channels());
  private static final Key<AgentDeclaration.Knowledge> KNOWLEDGE =
      Key.optional(
          "knowledge",
          "Knowledge folders it may use: its own, and those its team was given.",
          new KeyAndNames<>(
              Key.optional(
                  "own",
                  "Its own folder: memory that outlives the pod; read-write unless written.",
                  Rule.oneOf(AgentDeclaration.Own.values())),
              GrantKeys.FOLDERS,
              AgentDeclaration.Knowledge::new));
  private static final Key<List<Written<HostName>>> EGRESS =
      Key.optional(
          "egress",
          "Hosts it may call on TCP 443, beyond what its model and channels need.",
          new ListOf<>(new Leaf<>(Rules.HOST)));

  private static final Key<List<Written<Name>>> CALLS =
      Key.optional(
          "calls",
          "Agents of its own team whose gateway it may call; each must name it in `callers`.",
          new ListOf<>(new Leaf<>(Rules.NAME.like("triage"))));
  private static final Key<List<Written<Name>>> CALLERS =
      Key.optional(
          "callers",
          "Agents of its own team that may call its gateway; each must name it in `calls`.",
          new ListOf<>(new Leaf<>(Rules.NAME.like("customer"))));

  /** All of them. */
  public static final Keys<AgentDeclaration> SHAPE =
      new Keys<>(
          "an agent",
          List.of(
              SOUL,
              SettingsKeys.MODEL,
              SettingsKeys.API_KEYS,
              CHANNELS,
              KNOWLEDGE,
              SettingsKeys.LIMITS,
              SettingsKeys.REQUESTS,
              SettingsKeys.POOL,
              EGRESS,
              CALLS,
              CALLERS,
              GrantKeys.IAM,
              SettingsKeys.OPENCLAW,
              SettingsKeys.IMAGE),
          (at, values) ->
              new AgentDeclaration(
                  at,
                  SettingsKeys.settings(values),
                  values.get(SOUL),
                  values.all(CHANNELS),
                  values.get(KNOWLEDGE).orElse(AgentDeclaration.Knowledge.NONE),
                  values.all(EGRESS),
                  values.all(CALLS),
                  values.all(CALLERS),
                  values.all(GrantKeys.IAM)));

  private AgentKeys() {}

  private static Keys<List<AgentDeclaration.Channel>> channels() {
    List<Key<AgentDeclaration.Channel>> kinds =
        Arrays.stream(ChannelKind.values()).map(AgentKeys::channel).toList();
    return new Keys<>(
        "`channels`",
        List.copyOf(kinds),
        (at, values) ->
            kinds.stream()
                .flatMap(kind -> values.get(kind).stream().map(read -> read.at(values.at(kind))))
                .toList());
  }

  private static Key<AgentDeclaration.Channel> channel(ChannelKind kind) {
    List<Key<Written<SecretName>>> secrets =
        kind.secretKeys().stream()
            .map(
                field ->
                    Key.required(
                        field,
                        "The name of the secret that holds it; never its value.",
                        Rules.SECRET.like("customer-" + kind + "-" + words(field))))
            .toList();
    return Key.optional(
        kind.toString(),
        secrets.isEmpty() ? "Pairs by QR code." : "Takes messages there.",
        new Keys<>(
            "`" + kind + "`",
            List.copyOf(secrets),
            (at, values) -> {
              SortedMap<String, Written<SecretName>> read = new TreeMap<>();
              secrets.forEach(key -> read.put(key.name(), values.must(key)));
              return new AgentDeclaration.Channel(kind, at, read);
            }));
  }

  /** {@code botToken} as {@code bot-token}. */
  private static String words(String field) {
    return field.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
