package dev.berth.check;

import dev.berth.declare.TeamDeclaration;
import dev.berth.declare.Written;
import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.QuotaDiagnostic;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether every fleet stack stays small enough: Pulumi keeps a stack's resources in memory and
 * registers some 230 a second.
 */
record ShardCheck(List<Diagnostic> wrong) {

  private static final int SHARDS = 100;
  private static final int MOST_AGENTS = 100;

  /**
   * Every team that no longer fits its shard, in order of name, and where it would.
   *
   * @param teams sorted by name
   */
  void check(List<DeclaredTeam> teams) {
    int[] agents = new int[SHARDS];
    for (DeclaredTeam team : teams) {
      team.declaration().ifPresent(written -> agents[shard(written)] += team.files());
    }
    int[] placed = new int[SHARDS];
    for (DeclaredTeam team : teams) {
      if (team.declaration().isEmpty()) {
        continue;
      }
      Optional<Written<Integer>> written = team.declaration().get().shard();
      int shard = shard(team.declaration().get());
      if (placed[shard] + team.files() <= MOST_AGENTS) {
        placed[shard] += team.files();
        continue;
      }
      Place place = Place.of(written, team.file());
      wrong.add(
          new QuotaDiagnostic.ShardFull(
              place.at(),
              place.width(),
              team.name().text(),
              shard,
              placed[shard] + team.files(),
              MOST_AGENTS,
              edit(team, agents)));
    }
  }

  private static int shard(TeamDeclaration team) {
    return team.shard().map(Written::value).orElse(0);
  }

  private static String edit(DeclaredTeam team, int[] agents) {
    if (team.files() > MOST_AGENTS) {
      return "move agents into another team";
    }
    Optional<Integer> free =
        IntStream.range(0, SHARDS)
            .filter(shard -> agents[shard] + team.files() <= MOST_AGENTS)
            .boxed()
            .findFirst();
    free.ifPresent(shard -> agents[shard] += team.files());
    return free.map(shard -> "write `shard: " + shard + "` in " + team.file())
        .orElse("move agents into a team of a shard with room");
  }
}
