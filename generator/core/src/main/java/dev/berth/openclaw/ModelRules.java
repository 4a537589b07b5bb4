package dev.berth.openclaw;

import static dev.berth.openclaw.CrossFieldRules.refused;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** On {@code models}, and on what names models. */
final class ModelRules {

  /** Providers it knows the address of: of every other, address and models must be told. */
  private static final Set<String> OVERLAYS =
      Set.of(
          """
          amazon-bedrock amazon-bedrock-mantle anthropic anthropic-vertex arcee
          azure-openai-responses byteplus byteplus-plan cerebras chutes claude-cli clawrouter
          cloudflare-ai-gateway codex comfy copilot-proxy dashscope deepinfra deepseek fal
          fireworks github-copilot gmi gmi-cloud gmicloud google google-antigravity
          google-gemini-cli google-vertex groq huggingface kilocode kimi kimi-coding litellm
          lmstudio meta microsoft-foundry minimax minimax-portal mistral modelstudio moonshot
          moonshot-ai moonshotai novita novita-ai novitaai nvidia ollama ollama-cloud openai
          opencode opencode-go openrouter qianfan qwen qwen-token-plan qwencloud sglang
          stepfun stepfun-plan synthetic tencent-tokenhub tencent-tokenplan together venice
          vercel-ai-gateway vllm volcengine volcengine-plan vydra x-ai xai xiaomi
          xiaomi-token-plan z-ai z.ai zai
          """
              .strip()
              .split("\\s+"));

  private ModelRules() {}

  static Stream<Objection> judge(JsonNode root) {
    List<Objection> found = new ArrayList<>();
    root.at("/models/providers")
        .properties()
        .forEach(
            provider -> {
              if (!OVERLAYS.contains(provider.getKey().trim().toLowerCase(Locale.ROOT))) {
                own("models.providers." + provider.getKey(), provider.getValue(), found);
              }
            });
    JsonNode agents = root.path("agents");
    policy("agents.defaults", agents.path("defaults"), agents.path("defaults"), found);
    agents
        .path("entries")
        .properties()
        .forEach(
            entry ->
                policy(
                    "agents.entries." + entry.getKey(),
                    entry.getValue(),
                    agents.path("defaults"),
                    found));
    return found.stream();
  }

  private static void own(String path, JsonNode provider, List<Objection> found) {
    if (provider.path("baseUrl").asText("").isEmpty()) {
      found.add(refused(path + ".baseUrl", "must be there, as no plugin brings this provider"));
    }
    if (!provider.path("models").isArray()) {
      found.add(refused(path + ".models", "must be there, as no plugin brings this provider"));
    }
  }

  private static void policy(
      String path, JsonNode agent, JsonNode defaults, List<Objection> found) {
    JsonNode allowed = agent.at("/modelPolicy/allow");
    for (int i = 0; i < allowed.size(); i++) {
      String named = allowed.get(i).asText().trim();
      if (!named.matches("[^/*]+/([^*]+|([^*]*/)?[*])") && !alias(named, agent, defaults)) {
        found.add(
            refused(
                path + ".modelPolicy.allow." + i,
                "must be an alias, `provider/model` or `provider/*`"));
      }
    }
  }

  private static boolean alias(String named, JsonNode agent, JsonNode defaults) {
    return Stream.of(agent, defaults)
        .flatMap(each -> each.path("models").properties().stream())
        .anyMatch(model -> model.getValue().path("alias").asText().equalsIgnoreCase(named));
  }
}
