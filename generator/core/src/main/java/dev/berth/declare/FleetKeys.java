package dev.berth.declare;

import dev.berth.model.Image;
import dev.berth.model.Name;
import dev.berth.model.OpenClawVersion;
import java.util.List;
import java.util.Optional;

/** The keys of {@code fleet.yaml}. */
public final class FleetKeys {

  private static final Key<Written<OpenClawVersion>> OPENCLAW =
      Key.required("openclaw", "The OpenClaw version every agent runs.", Rules.VERSION);
  private static final Key<Written<Image>> IMAGE =
      Key.required(
          "image",
          "The image every agent runs, pinned by digest; its tag starts with the version.",
          Rules.IMAGE);
  private static final Key<Written<Image>> KNOWLEDGE_IMAGE =
      Key.optional(
          "knowledgeImage",
          "The image that carries agents' own knowledge to the bucket and back, pinned by digest;"
              + " without it what they learn stays on their disks.",
          Rules.IMAGE.like(
              "ghcr.io/acme/berth-knowledge:1.0.0@sha256:" + "0123456789abcdef".repeat(4)));
  private static final Key<SettingsDeclaration> DEFAULTS =
      Key.optional(
          "defaults",
          "What holds for every agent unless its team or its own file says otherwise.",
          new Keys<>(
              "`defaults`",
              List.of(
                  SettingsKeys.MODEL,
                  SettingsKeys.LIMITS,
                  SettingsKeys.REQUESTS,
                  SettingsKeys.POOL,
                  SettingsKeys.API_KEYS),
              (at, values) -> SettingsKeys.settings(values)));
  private static final Key<List<Named<Name, EnvironmentDeclaration>>> ENVIRONMENTS =
      Key.required(
          "environments",
          "Where the fleet runs; the first is the default.",
          new MapOf<>("an environment", Rules.NAME.like("dev"), EnvironmentKeys.SHAPE, true));

  /** All of them. */
  public static final Keys<FleetDeclaration> SHAPE =
      new Keys<>(
          "the fleet",
          List.of(OPENCLAW, IMAGE, KNOWLEDGE_IMAGE, DEFAULTS, GrantKeys.EVERY_AGENT, ENVIRONMENTS),
          (at, values) ->
              new FleetDeclaration(
                  at,
                  settings(values),
                  values.get(KNOWLEDGE_IMAGE),
                  values.get(GrantKeys.EVERY_AGENT).orElse(EveryAgentDeclaration.NOTHING),
                  values.must(ENVIRONMENTS)));

  private FleetKeys() {}

  private static SettingsDeclaration settings(Values values) {
    SettingsDeclaration defaults = values.get(DEFAULTS).orElse(SettingsDeclaration.NONE);
    return new SettingsDeclaration(
        defaults.model(),
        defaults.limits(),
        defaults.requests(),
        defaults.pool(),
        defaults.apiKeys(),
        Optional.of(values.must(OPENCLAW)),
        Optional.of(values.must(IMAGE)));
  }
}
