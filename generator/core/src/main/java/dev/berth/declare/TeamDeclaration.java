package dev.berth.declare;

import dev.berth.model.Access;
import dev.berth.model.ByteSize;
import dev.berth.model.Cpu;
import dev.berth.model.Member;
import dev.berth.model.Name;
import dev.berth.source.SourcePoint;
import java.util.List;
import java.util.Optional;

/** {@code team.yaml}, as written. */
public record TeamDeclaration(
    SourcePoint at,
    Written<String> owner,
    Quota quota,
    List<Written<Member>> members,
    List<Named<Name, Written<Access>>> knowledge,
    EveryAgentDeclaration everyAgent,
    Optional<Written<Integer>> shard,
    SettingsDeclaration defaults) {

  /** The most its agents may use together. */
  public record Quota(
      SourcePoint at, Written<Cpu> cpu, Written<ByteSize> memory, Written<Integer> agents) {}
}
