package dev.berth.declare;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a scalar must be.
 *
 * @param parse empty when a text breaks the rule
 * @param says the rule in words, shown to users behind "must be"
 * @param example a text that passes
 * @param secret whether somebody could paste a secret here: then the text is never shown
 */
public record Rule<T>(
    Form form, Function<String, Optional<T>> parse, String says, String example, boolean secret) {

  private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");

  /** A text with a parser of its own. */
  public static <T> Rule<T> text(
      String pattern, Function<String, Optional<T>> parse, String says, String example) {
    return new Rule<>(new Form.Text(pattern), parse, says, example, false);
  }

  /**
   * A text that is legal when it matches {@code pattern} and has at most {@code most} characters.
   */
  public static Rule<String> matching(String pattern, int most, String says, String example) {
    Pattern legal = Pattern.compile(pattern);
    return text(
        pattern,
        text ->
            text.length() <= most && legal.matcher(text).find()
                ? Optional.of(text)
                : Optional.empty(),
        says,
        example);
  }

  /** One of the words that {@code values} print as. */
  public static <T> Rule<T> oneOf(List<T> values) {
    List<String> words = values.stream().map(Object::toString).toList();
    return new Rule<>(
        new Form.Words(words),
        text -> values.stream().filter(value -> value.toString().equals(text)).findFirst(),
        words.size() == 1 ? words.get(0) : "one of " + String.join(", ", words),
        words.get(0),
        false);
  }

  /** One of an enum's words. */
  public static <T> Rule<T> oneOf(T[] values) {
    return oneOf(Arrays.stream(values).toList());
  }

  /** A whole decimal number, both ends included. */
  public static Rule<Integer> wholeNumber(int least, int most, String example) {
    return new Rule<>(
        new Form.WholeNumber(least, most),
        text ->
            WHOLE_NUMBER.matcher(text).matches()
                ? Optional.of(Integer.valueOf(text)).filter(n -> n >= least && n <= most)
                : Optional.empty(),
        "a whole number from " + least + " to " + most,
        example,
        false);
  }

  /** Exactly {@code true} or {@code false}: YAML's {@code yes} and {@code no} are texts. */
  public static Rule<Boolean> trueOrFalse() {
    return new Rule<>(
        new Form.TrueOrFalse(),
        text ->
            text.equals("true") || text.equals("false")
                ? Optional.of(text.equals("true"))
                : Optional.empty(),
        "true or false",
        "true",
        false);
  }

  /** The same rule for a place where somebody could paste a secret. */
  public Rule<T> hidingValues() {
    return new Rule<>(form, parse, says, example, true);
  }

  /** The same rule with an example that fits its key better. */
  public Rule<T> like(String better) {
    return new Rule<>(form, parse, says, better, secret);
  }
}
