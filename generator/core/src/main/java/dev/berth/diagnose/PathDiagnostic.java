package dev.berth.diagnose;

import dev.berth.source.SourcePoint;

/** What is wrong with what stands at a path, whatever is in it. */
public sealed interface PathDiagnostic extends FileDiagnostic {

  /** A symbolic link: it could bring in any file of this machine. */
  record Symlink(SourcePoint at) implements PathDiagnostic {
    @Override
    public String what() {
      return at.file() + " is a symbolic link, and only real files and folders are read";
    }

    @Override
    public String mend() {
      return "replace the link with a copy of what it points to";
    }
  }

  /** A folder, FIFO, socket or device where a file must be. */
  record NotAFile(SourcePoint at) implements PathDiagnostic {
    @Override
    public String what() {
      return at.file() + " is not a regular file";
    }

    @Override
    public String mend() {
      return "remove it, or write a file of that name";
    }
  }

  /** Anything but a folder where a folder must be. */
  record NotAFolder(SourcePoint at) implements PathDiagnostic {
    @Override
    public String what() {
      return at.file() + " must be a folder";
    }

    @Override
    public String mend() {
      return "remove it, and create a folder of that name";
    }
  }

  /** The system does not let it be opened. */
  record Unreadable(SourcePoint at) implements PathDiagnostic {
    @Override
    public String what() {
      return at.file() + " may not be read by the user who runs this";
    }

    @Override
    public String mend() {
      return "run `chmod u+rX " + ShellWord.of(at.file()) + "`";
    }
  }

  /** It is not now what it was when it was listed. */
  record ChangedWhileRead(SourcePoint at) implements PathDiagnostic {
    @Override
    public String what() {
      return at.file() + " changed while it was read";
    }

    @Override
    public String mend() {
      return "run the command again when nothing writes to the folder";
    }
  }

  /**
   * A file nobody reads, where only declarations and souls may be.
   *
   * @param instead the path it would be read at; empty when there is none
   */
  record StrayFile(SourcePoint at, String instead) implements PathDiagnostic {
    @Override
    public String what() {
      return at.file() + " is neither a declaration nor a soul";
    }

    @Override
    public String mend() {
      return instead.isEmpty()
          ? "move it out of " + at.file().substring(0, at.file().indexOf('/') + 1)
          : (sameFolder() ? "rename it to " : "move it to ") + instead;
    }

    private boolean sameFolder() {
      return folder(at.file()).equals(folder(instead));
    }

    private static String folder(String path) {
      return path.substring(0, path.lastIndexOf('/') + 1);
    }
  }

  /**
   * Two paths that many file systems take for one.
   *
   * @param path the file or folder at this place
   * @param twin the other one
   */
  record NameTwins(SourcePoint at, String path, String twin) implements PathDiagnostic {
    @Override
    public String what() {
      return path + " and " + twin + " differ only in case or in how letters are encoded";
    }

    @Override
    public String mend() {
      return "rename one of them";
    }
  }
}
