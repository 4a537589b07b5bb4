package dev.berth.declare;

import dev.berth.model.Access;
import dev.berth.model.ByteSize;
import dev.berth.model.Cpu;
import dev.berth.model.Member;
import dev.berth.model.Name;
import java.util.List;

/** The keys of {@code team.yaml}. */
public final class TeamKeys {

  private static final Key<Written<String>> OWNER =
      Key.required("owner", "An address people can write to.", Rules.EMAIL);

  private static final Key<Written<Cpu>> CPU =
      Key.required("cpu", "The sum of its agents' CPU limits.", Rules.CPU.like("8"));
  private static final Key<Written<ByteSize>> MEMORY =
      Key.required("memory", "The sum of its agents' memory limits.", Rules.MEMORY.like("16Gi"));
  private static final Key<Written<Integer>> AGENTS =
      Key.required("agents", "How many agents.", Rule.wholeNumber(1, 1000, "6"));
  private static final Key<TeamDeclaration.Quota> QUOTA =
      Key.required(
          "quota",
          "The most its agents may use together.",
          new Keys<>(
              "`quota`",
              List.of(CPU, MEMORY, AGENTS),
              (at, values) ->
                  new TeamDeclaration.Quota(
                      at, values.must(CPU), values.must(MEMORY), values.must(AGENTS))));

  private static final Key<List<Written<Member>>> MEMBERS =
      Key.optional(
          "members",
          "Who may read the team's pods and logs, and nothing else.",
          new ListOf<>(new Leaf<>(Rules.MEMBER)));
  private static final Key<List<Named<Name, Written<Access>>>> KNOWLEDGE =
      Key.optional(
          "knowledge", "Shared knowledge folders its agents may use at all.", GrantKeys.FOLDERS);
  private static final Key<Written<Integer>> SHARD =
      Key.optional(
          "shard",
          "Which fleet stack holds the team; 0 unless written. A stack holds at most 100 agents.",
          Rule.wholeNumber(0, 99, "1"));
  private static final Key<SettingsDeclaration> DEFAULTS =
      Key.optional(
          "defaults",
          "What holds for its agents unless their own file says otherwise.",
          new Keys<>(
              "`defaults`",
              List.of(
                  SettingsKeys.MODEL,
                  SettingsKeys.LIMITS,
                  SettingsKeys.REQUESTS,
                  SettingsKeys.POOL,
                  SettingsKeys.API_KEYS,
                  SettingsKeys.OPENCLAW,
                  SettingsKeys.IMAGE),
              (at, values) -> SettingsKeys.settings(values)));

  /** All of them. */
  public static final Keys<TeamDeclaration> SHAPE =
      new Keys<>(
          "a team",
          List.of(OWNER, QUOTA, MEMBERS, KNOWLEDGE, GrantKeys.EVERY_AGENT, SHARD, DEFAULTS),
          (at, values) ->
              new TeamDeclaration(
                  at,
                  values.must(OWNER),
                  values.must(QUOTA),
                  values.all(MEMBERS),
                  values.all(KNOWLEDGE),
                  values.get(GrantKeys.EVERY_AGENT).orElse(EveryAgentDeclaration.NOTHING),
                  values.get(SHARD),
                  values.get(DEFAULTS).orElse(SettingsDeclaration.NONE)));

  private TeamKeys() {}
}
