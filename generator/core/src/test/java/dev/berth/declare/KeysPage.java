package dev.berth.declare;

/** The page that lists every key: Markdown. */
final class KeysPage {

  private static final String HEAD =
      "# Keys\n\n"
          + "Made from the code that reads them; `*` must be written. An editor with a YAML"
          + " language server completes and underlines them when a file starts with its modeline,"
          + " such as `# yaml-language-server: $schema=../../docs/schemas/agent.schema.json`.\n";

  private KeysPage() {}

  /** Its text, which ends in a line feed. */
  public static String text() {
    StringBuilder page = new StringBuilder(HEAD);
    for (Kind kind : Kind.values()) {
      page.append("\n## `").append(kind.path()).append("`\n\n").append(kind.doc());
      page.append("\n\n| key | what | must be | for example |\n|---|---|---|---|\n");
      rows("", kind.shape(), page);
    }
    return page.toString();
  }

  private static void rows(String path, Shape<?> shape, StringBuilder page) {
    if (shape instanceof Keys<?> keys) {
      keys.keys().forEach(key -> row(path, key, page));
    } else if (shape instanceof ListOf<?> list) {
      rows(path.substring(0, path.length() - 1) + "[].", list.item(), page);
    } else if (shape instanceof MapOf<?, ?> map) {
      rows(path + "<name>.", map.value(), page);
    } else if (shape instanceof KeyAndNames<?, ?, ?, ?> both) {
      row(path, both.known(), page);
    }
  }

  private static void row(String path, Key<?> key, StringBuilder page) {
    page.append("| `").append(path).append(key.name()).append('`');
    page.append(key.required() ? " *" : "");
    page.append(" | ").append(cell(key.doc()));
    page.append(" | ").append(cell(key.shape().says()));
    page.append(" | `").append(cell(key.example())).append("` |\n");
    rows(path + key.name() + ".", key.shape(), page);
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
