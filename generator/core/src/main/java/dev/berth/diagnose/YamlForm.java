package dev.berth.diagnose;

/** The ways in which people write text that is almost YAML. */
public enum YamlForm {
  TAB(
      "a tab indents this line, and YAML is indented with spaces",
      "replace the tab with two spaces"),
  UNCLOSED_QUOTE(
      "a quote opens here and is not closed as it should be", "close the quote after the value"),
  UNCLOSED_BRACKET(
      "a `[` or `{` opens here, and `,` or its closing bracket is missing",
      "write the missing `,`, `]` or `}`"),
  INDENTATION(
      "this is indented unlike the lines it belongs to",
      "start it in the same column as its neighbours"),
  NOT_A_KEY(
      "this line is neither `key: value` nor an item `- value`",
      "write a colon and a space after the key"),
  NESTED_COLON(
      "a colon and a space make a key, and no key may stand here",
      "put the value in double quotes, or the key on a line of its own"),
  NESTED_ITEM("an item `- value` may not stand here", "put each item on a line of its own"),
  RESERVED_CHARACTER("a value may not start with this character", "put the value in double quotes"),
  ESCAPE(
      "a `\\` in double quotes stands before something it cannot escape",
      "write `\\\\`, or use single quotes"),
  OTHER("this is not YAML", "put the value in double quotes, or remove the line");

  private final String what;
  private final String mend;

  YamlForm(String what, String mend) {
    this.what = what;
    this.mend = mend;
  }

  public String what() {
    return what;
  }

  public String mend() {
    return mend;
  }
}
