package dev.berth.declare;

import dev.berth.model.ByteSize;
import dev.berth.model.Cpu;
import dev.berth.model.Image;
import dev.berth.model.ModelId;
import dev.berth.model.Name;
import dev.berth.model.OpenClawVersion;
import dev.berth.model.SecretName;
import java.util.List;

/** The keys of every layer. */
final class SettingsKeys {

  static final Key<Written<OpenClawVersion>> OPENCLAW =
      Key.optional("openclaw", "The OpenClaw version it runs.", Rules.VERSION);
  static final Key<Written<Image>> IMAGE =
      Key.optional(
          "image",
          "The image it runs, pinned by digest; its tag starts with the version.",
          Rules.IMAGE);
  static final Key<Written<ModelId>> MODEL =
      Key.optional("model", "The model it thinks with.", Rules.MODEL);
  static final Key<List<Named<String, Written<SecretName>>>> API_KEYS =
      Key.optional(
          "apiKeys",
          "For each model provider, the name of the secret with its key; <provider>-api-key unless"
              + " written.",
          new MapOf<>(
              "a model provider",
              Rules.PROVIDER,
              new Leaf<>(Rules.SECRET.like("anthropic-api-key"))));
  static final Key<Written<Name>> POOL =
      Key.optional(
          "pool",
          "The node pool it runs on; the environment's first unless written.",
          Rules.NAME.like("agents"));

  private static final Key<Written<Cpu>> LIMIT_CPU =
      Key.optional("cpu", "The most processor time it may use; 1 unless written.", Rules.CPU);
  private static final Key<Written<ByteSize>> LIMIT_MEMORY =
      Key.optional("memory", "The most memory it may use; 2Gi unless written.", Rules.MEMORY);
  private static final Key<Written<ByteSize>> LIMIT_DISK =
      Key.optional("disk", "The size of its disk; 10Gi unless written.", Rules.DISK.like("10Gi"));
  static final Key<SettingsDeclaration.Limits> LIMITS =
      Key.optional(
          "limits",
          "The most it may use.",
          new Keys<>(
              "`limits`",
              List.of(LIMIT_CPU, LIMIT_MEMORY, LIMIT_DISK),
              (at, values) ->
                  new SettingsDeclaration.Limits(
                      values.get(LIMIT_CPU), values.get(LIMIT_MEMORY), values.get(LIMIT_DISK))));

  private static final Key<Written<Cpu>> REQUEST_CPU =
      Key.required("cpu", "The processor time reserved for it.", Rules.CPU.like("200m"));
  private static final Key<Written<ByteSize>> REQUEST_MEMORY =
      Key.required("memory", "The memory reserved for it.", Rules.MEMORY.like("1Gi"));
  static final Key<SettingsDeclaration.Requests> REQUESTS =
      Key.optional(
          "requests",
          "What the scheduler reserves for it; follows from the environment's density unless"
              + " written.",
          new Keys<>(
              "`requests`",
              List.of(REQUEST_CPU, REQUEST_MEMORY),
              (at, values) ->
                  new SettingsDeclaration.Requests(
                      values.must(REQUEST_CPU), values.must(REQUEST_MEMORY))));

  private SettingsKeys() {}

  static SettingsDeclaration settings(Values values) {
    return new SettingsDeclaration(
        values.get(MODEL),
        values.get(LIMITS).orElse(SettingsDeclaration.Limits.NONE),
        values.get(REQUESTS),
        values.get(POOL),
        values.all(API_KEYS),
        values.get(OPENCLAW),
        values.get(IMAGE));
  }
}
