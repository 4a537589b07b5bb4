package dev.berth.diagnose;

import dev.berth.source.SourcePoint;
import java.util.List;

/** What a grant is on, when that is not one named resource of the agent's to reach. */
public sealed interface ResourceDiagnostic extends FleetDiagnostic {

  /**
   * Something that holds what others have.
   *
   * @param because e.g. {@code a project holds what every agent and team has}
   */
  record ResourceTooWide(SourcePoint at, int width, String on, String because, String instead)
      implements ResourceDiagnostic {
    @Override
    public String what() {
      return "no grant is on `" + on + "`: " + because;
    }

    @Override
    public String mend() {
      return instead;
    }
  }

  /**
   * A resource in Google's own words.
   *
   * @param named the same in Berth's, e.g. {@code topic/escalations}
   */
  record FullResourceName(SourcePoint at, int width, String on, String named)
      implements ResourceDiagnostic {
    @Override
    public String what() {
      return "`" + on + "` names a project, and each environment has its own";
    }

    @Override
    public String mend() {
      return "write `on: " + named + "`";
    }
  }

  /** A kind nobody knows. */
  record UnknownResource(SourcePoint at, int width, String on, String name, List<String> kinds)
      implements ResourceDiagnostic {
    @Override
    public String what() {
      return "`" + on + "` is of no kind an agent may be granted anything on";
    }

    @Override
    public String mend() {
      int end = on.indexOf('/');
      return Nearest.to(end < 0 ? on : on.substring(0, end), kinds)
          .map(kind -> "write `on: " + kind + "/" + name + "`")
          .orElseGet(() -> "write `on:` with " + String.join("/, ", kinds) + "/ and one name");
    }
  }

  /** A name its kind does not allow. */
  record BadResourceName(SourcePoint at, int width, String on, String rule, String example)
      implements ResourceDiagnostic {
    @Override
    public String what() {
      return "the name in `" + on + "` must be " + rule;
    }

    @Override
    public String mend() {
      return "write `on: " + example + "`";
    }
  }

  /**
   * A folder that is, or holds, an agent's own.
   *
   * @param because e.g. {@code it would open the own folder of support/customer}
   */
  record FolderOfAnAgent(SourcePoint at, int width, String on, String because, String instead)
      implements ResourceDiagnostic {
    @Override
    public String what() {
      return "no grant is on `" + on + "`: " + because;
    }

    @Override
    public String mend() {
      return instead;
    }
  }
}
