package dev.berth.openclaw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How much of an agent's workspace reaches its model: OpenClaw puts these files into the system
 * prompt, in this order, and cuts what is too long. Read in, and held against, OpenClaw 2026.9.6.
 *
 * @param fileCharacters of one file, in UTF-16 units; {@code agents.defaults.bootstrapMaxChars}
 * @param totalCharacters of all, in UTF-16 units; {@code agents.defaults.bootstrapTotalMaxChars}
 */
public record WorkspaceBudget(int fileCharacters, int totalCharacters) {

  /** OpenClaw's own. */
  public static final WorkspaceBudget DEFAULT = new WorkspaceBudget(20_000, 60_000);

  public static final String SOUL = "SOUL.md";
  private static final String USER = "USER.md";
  private static final String MEMORY = "MEMORY.md";

  /** In the order they are put in. */
  public static final List<String> INJECTED =
      List.of("AGENTS.md", SOUL, "IDENTITY.md", USER, "BOOTSTRAP.md", MEMORY);

  /** What earlier versions put in, and none reads any more. */
  public static final List<String> RETIRED = List.of("TOOLS.md", "HEARTBEAT.md");

  /** A larger file is not read at all: 2 MiB. */
  public static final long MOST_BYTES = 2L * 1024 * 1024;

  /** However much a file may have: the user's own is never longer. */
  private static final int USER_CHARACTERS = 4_000;

  /** With less room than this nothing more is put in. */
  private static final int LEAST_ROOM = 64;

  /** A limit is near from nine tenths of it. */
  private static final int NEAR_PERCENT = 90;

  /** How a file fares. */
  public enum State {
    /** All of it is put in. */
    WHOLE,
    /** All of it, with less than a tenth of its room left. */
    NEAR,
    /** Its middle is cut out. */
    CUT,
    /** None of it: files before it took the room. */
    LEFT_OUT,
    /** None of it: too many bytes. */
    UNREAD
  }

  /**
   * One file's share.
   *
   * @param limit in UTF-16 units: what it may take where it stands
   */
  public record Share(WorkspaceFile file, int limit, State state) {

    /** How many UTF-16 units the model does not see, at least. */
    public int lost() {
      return switch (state) {
        case WHOLE, NEAR -> 0;
        case CUT -> file.characters() - limit;
        case LEFT_OUT, UNREAD -> file.characters();
      };
    }

    /** Whether the model does not see all of it. */
    public boolean over() {
      return lost() > 0 || state == State.UNREAD;
    }
  }

  /**
   * What a configuration says of it, for one of its agents.
   *
   * @param configuration the text of an openclaw.json
   * @param agent its id there
   */
  public static WorkspaceBudget of(String configuration, String agent) {
    try {
      JsonNode agents = new ObjectMapper().readTree(configuration).path("agents");
      JsonNode own = agents.path("entries").path(agent);
      JsonNode all = agents.path("defaults");
      int file = limit("bootstrapMaxChars", own, all, DEFAULT.fileCharacters);
      return new WorkspaceBudget(
          file, limit("bootstrapTotalMaxChars", own, all, Math.max(file, DEFAULT.totalCharacters)));
    } catch (JsonProcessingException noJson) {
      throw new IllegalArgumentException("no JSON: " + noJson.getOriginalMessage(), noJson);
    }
  }

  private static int limit(String key, JsonNode own, JsonNode all, int otherwise) {
    return own.path(key).asInt(all.path(key).asInt(otherwise));
  }

  /**
   * The share of each file that is there, in OpenClaw's order.
   *
   * @param folder of the workspace, as OpenClaw is told it: of a file that must be there and is
   *     not, the model is told where it should be
   */
  public List<Share> shares(List<WorkspaceFile> files, String folder) {
    Map<String, WorkspaceFile> byName =
        files.stream().collect(Collectors.toMap(WorkspaceFile::name, Function.identity()));
    List<Share> shares = new ArrayList<>();
    int room = Math.max(1, totalCharacters);
    for (String name : INJECTED) {
      Optional<WorkspaceFile> file = Optional.ofNullable(byName.get(name));
      if (file.isEmpty()) {
        room -= Math.min(room, missing(name, folder));
        continue;
      }
      Share share = share(file.get(), room);
      shares.add(share);
      room -= Math.max(0, share.file().characters() - share.lost());
    }
    return List.copyOf(shares);
  }

  private Share share(WorkspaceFile file, int room) {
    int own = limit(file.name());
    if (file.bytes() > MOST_BYTES) {
      return new Share(file, own, State.UNREAD);
    }
    if (room < LEAST_ROOM && file.characters() > 0) {
      return new Share(file, 0, State.LEFT_OUT);
    }
    int limit = Math.min(own, room);
    if (file.characters() > limit) {
      return new Share(file, limit, State.CUT);
    }
    return new Share(file, limit, near(file.characters(), limit) ? State.NEAR : State.WHOLE);
  }

  /** What a file may take at most, in UTF-16 units. */
  public int limit(String name) {
    return name.equals(USER) ? Math.min(fileCharacters, USER_CHARACTERS) : fileCharacters;
  }

  private static boolean near(int characters, int limit) {
    return characters >= (long) limit * NEAR_PERCENT / 100;
  }

  /** Whether all of them fit, and leave less than a tenth of their room. */
  public boolean nearlyFull(List<Share> shares) {
    return near(shares.stream().mapToInt(each -> each.file().characters()).sum(), totalCharacters);
  }

  private static int missing(String name, String folder) {
    return name.equals(USER) || name.equals(MEMORY)
        ? 0
        : "[MISSING] Expected at: ".length() + folder.length() + 1 + name.length();
  }
}
