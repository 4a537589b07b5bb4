package dev.berth.plan;

import dev.berth.model.Access;
import dev.berth.model.Agent;
import dev.berth.model.Channel;
import dev.berth.model.Declared;
import dev.berth.model.ModelId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What {@code templates/openclaw/openclaw.json} may say of one agent, wherever it runs. */
final class OpenClawValues {

  /** What a model that Berth does not know is reckoned to take: most of today's take more. */
  private static final int CONTEXT_TOKENS = 128_000;

  /** The most it is asked to answer in one turn. */
  private static final int ANSWER_TOKENS = 8_192;

  private OpenClawValues() {}

  /**
   * Where an agent's files are, and how it is reached.
   *
   * @param home the folder of state and workspace
   * @param bind OpenClaw's word: {@code lan} or {@code loopback}
   * @param completions whether the gateway answers chat completions over HTTP
   */
  record Place(String home, String bind, boolean completions) {

    static final Place POD = new Place("/var/lib/openclaw", "lan", false);

    /** A process of this machine: the variable keeps the machine's paths out of the file. */
    static final Place PROCESS = new Place("${BERTH_AGENT_HOME}", "loopback", true);
  }

  /**
   * Where a model answers.
   *
   * @param key the secret it asks for
   * @param own whether the server is no provider's own, so that OpenClaw must be told its models
   */
  record ModelServer(ModelId model, String baseUrl, Map<String, Object> key, boolean own) {}

  /**
   * How a secret reaches OpenClaw.
   *
   * @param provider of OpenClaw's {@code secrets.providers}, with the path it reads; empty for the
   *     environment's variables
   */
  record Reference(String source, String provider, String id, Optional<Map<String, Object>> file) {

    /** A file of the pod, in memory. */
    static Reference file(String key) {
      return new Reference(
          "file",
          key,
          "value",
          Optional.of(Inputs.of("name", key, "path", "/run/openclaw/keys/" + key)));
    }

    static Reference variable(String name) {
      return new Reference("env", "default", name, Optional.empty());
    }

    Map<String, Object> values() {
      return Inputs.of("source", source, "provider", provider, "id", id);
    }
  }

  /**
   * @param channels those it answers on
   * @param references how each secret reaches it, by its file name in the pod
   * @param gatewayToken how the gateway's own token reaches it
   */
  static Map<String, Object> of(
      Agent agent,
      Place place,
      ModelServer server,
      List<Channel> channels,
      Map<String, Reference> references,
      Reference gatewayToken) {
    List<Object> files = new ArrayList<>();
    references.values().forEach(each -> each.file().ifPresent(files::add));
    gatewayToken.file().ifPresent(files::add);
    return Inputs.of(
        "agent",
        agent.id().agent().text(),
        "workspace",
        place.home() + "/workspace",
        "logFile",
        place.home() + "/state/logs/gateway.log",
        "bind",
        place.bind(),
        "completions",
        place.completions(),
        "gatewayToken",
        gatewayToken.values(),
        "files",
        files,
        "model",
        server.model().toString(),
        "provider",
        server.model().provider(),
        "baseUrl",
        server.baseUrl(),
        "modelKey",
        server.key(),
        "ownModels",
        server.own() ? List.of(ownModel(server.model())) : List.of(),
        "tools",
        tools(agent),
        "channels",
        channels.stream().map(channel -> channel(channel, references)).toList());
  }

  private static Map<String, Object> ownModel(ModelId model) {
    return Inputs.of(
        "id", model.model(), "contextTokens", CONTEXT_TOKENS, "answerTokens", ANSWER_TOKENS);
  }

  /** An agent that keeps knowledge of its own must be able to write it down. */
  private static List<String> tools(Agent agent) {
    boolean writes =
        agent.own().map(Declared::value).filter(own -> own == Access.READ_WRITE).isPresent();
    return writes ? List.of("read", "write", "edit") : List.of("read");
  }

  private static Map<String, Object> channel(Channel channel, Map<String, Reference> references) {
    return Inputs.of(
        "name",
        channel.kind().toString(),
        "secrets",
        channel.secrets().keySet().stream()
            .map(
                field ->
                    Inputs.of(
                        "field",
                        field,
                        "reference",
                        Objects.requireNonNull(references.get(Secrets.key(channel.kind(), field)))
                            .values()))
            .toList());
  }
}
