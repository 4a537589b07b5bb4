package dev.berth.diagnose;

import dev.berth.source.SourcePoint;

/** What is wrong with a file as YAML, whatever its keys mean. */
public sealed interface YamlDiagnostic extends FileDiagnostic {

  /** Text that is no YAML. */
  record BadYaml(SourcePoint at, YamlForm form) implements YamlDiagnostic {
    @Override
    public String what() {
      return form.what();
    }

    @Override
    public String mend() {
      return form.mend();
    }
  }

  /** Nothing but blank lines and comments. */
  record EmptyFile(SourcePoint at) implements YamlDiagnostic {
    @Override
    public String what() {
      return at.file() + " says nothing, and must hold `key: value` lines";
    }

    @Override
    public String mend() {
      return "write the first key, or `{}` to take every default";
    }
  }

  /** A list or a single value where keys must be. */
  record NotAMapping(SourcePoint at, int width) implements YamlDiagnostic {
    @Override
    public String what() {
      return "the file must hold `key: value` lines, and this is a list or a single value";
    }

    @Override
    public String mend() {
      return "write it as the value of a key, `key: value`";
    }
  }

  /** A second document after {@code ---}. */
  record SecondDocument(SourcePoint at) implements YamlDiagnostic {
    @Override
    public int width() {
      return 3;
    }

    @Override
    public String what() {
      return "a second document starts here, and a file holds one";
    }

    @Override
    public String mend() {
      return "remove the `---`, or move what follows to a file of its own";
    }
  }

  /** A name for a value, to repeat it elsewhere. */
  record Anchor(SourcePoint at, int width, String name) implements YamlDiagnostic {
    @Override
    public String what() {
      return "the anchor `&"
          + name
          + "` names a value to repeat it, and every value is written out";
    }

    @Override
    public String mend() {
      return "remove `&" + name + "`";
    }
  }

  /** A value repeated by its name. */
  record Alias(SourcePoint at, int width, String name) implements YamlDiagnostic {
    @Override
    public String what() {
      return "the alias `*" + name + "` repeats a value, and every value is written out";
    }

    @Override
    public String mend() {
      return "write the value in place of `*" + name + "`";
    }
  }

  /** A type written before a value. */
  record ExplicitTag(SourcePoint at, int width) implements YamlDiagnostic {
    @Override
    public String what() {
      return "a tag `!` gives this value a type, and types are known from the key";
    }

    @Override
    public String mend() {
      return "remove the tag, or put text that starts with `!` in double quotes";
    }
  }

  /** The key that copies another mapping. */
  record MergeKey(SourcePoint at) implements YamlDiagnostic {
    @Override
    public int width() {
      return 2;
    }

    @Override
    public String what() {
      return "the key `<<` copies other keys, and every key is written out";
    }

    @Override
    public String mend() {
      return "write the copied keys in place of the `<<` line; shared ones go under `defaults:`";
    }
  }

  /** A list or mapping as a key. */
  record ComplexKey(SourcePoint at, int width) implements YamlDiagnostic {
    @Override
    public String what() {
      return "a list or mapping stands as a key, and a key must be a word";
    }

    @Override
    public String mend() {
      return "write one word as the key, or put a value that starts with `{` or `[` in quotes";
    }
  }

  /**
   * A key written twice.
   *
   * @param firstLine 1-based
   */
  record DuplicateKey(SourcePoint at, int width, String key, int firstLine)
      implements YamlDiagnostic {
    @Override
    public String what() {
      return "the key `" + key + "` is already written in line " + firstLine;
    }

    @Override
    public String mend() {
      return "remove one of the two";
    }
  }

  /** Values within values within values. */
  record TooDeep(SourcePoint at, int limit) implements YamlDiagnostic {
    @Override
    public String what() {
      return "lists and mappings stand more than " + limit + " deep in each other";
    }

    @Override
    public String mend() {
      return "remove the nesting: no key needs more than 6 levels";
    }
  }

  /** More values than any declaration needs. */
  record TooManyNodes(SourcePoint at, int limit) implements YamlDiagnostic {
    @Override
    public String what() {
      return "the file holds more than " + limit + " keys and values";
    }

    @Override
    public String mend() {
      return "remove what follows, or declare less in one file";
    }
  }
}
