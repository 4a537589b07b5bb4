package dev.berth.render;

/** A template that cannot be rendered: a mistake in Berth, never in what a user declared. */
public final class TemplateBug extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  private final String template;
  private final int line;

  /**
   * @param template path below {@code templates/}
   * @param line 1-based; 0 when no line is to blame
   */
  TemplateBug(String template, int line, String what) {
    super("templates/" + template + (line > 0 ? ":" + line : "") + ": " + what);
    this.template = template;
    this.line = line;
  }

  /** Path below {@code templates/}. */
  public String template() {
    return template;
  }

  /** 1-based; 0 when no line is to blame. */
  public int line() {
    return line;
  }
}
