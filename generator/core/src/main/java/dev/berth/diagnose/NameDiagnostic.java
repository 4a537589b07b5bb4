package dev.berth.diagnose;

import dev.berth.source.SourcePoint;

/** What is wrong with the names of files and folders, and of people. */
public sealed interface NameDiagnostic extends FleetDiagnostic {

  /** A file or folder whose name cannot name what it stands for. */
  record BadFileName(SourcePoint at, String name, String of, String rule, String example)
      implements NameDiagnostic {
    @Override
    public String what() {
      return "`" + name + "` names " + of + " and must be " + rule;
    }

    @Override
    public String mend() {
      return "rename it, such as `" + example + "`";
    }
  }

  /** A name that is taken where it will be used. */
  record ReservedName(SourcePoint at, String name, String of, String because)
      implements NameDiagnostic {
    @Override
    public String what() {
      return "`" + name + "` cannot name " + of + ": " + because;
    }

    @Override
    public String mend() {
      String tail = name.substring(0, Math.min(name.length(), 30)).replaceAll("-+$", "");
      return "rename it, such as `our-" + tail + "`";
    }
  }

  /**
   * Groups of more than one domain: GKE asks one security group, of one domain
   * (cloud.google.com/kubernetes-engine/docs/how-to/google-groups-rbac).
   */
  record SecondDomain(SourcePoint at, int width, String group, String domain)
      implements NameDiagnostic {
    @Override
    public String what() {
      return "the group `"
          + group
          + "` is outside "
          + domain
          + ", the domain of the groups before it";
    }

    @Override
    public String mend() {
      return "name a group of " + domain + ", or write each person as `user:name@example.com`";
    }
  }
}
