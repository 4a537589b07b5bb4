package dev.berth.deploy.secrets;

import java.util.Locale;

/**
 * What is known of one secret.
 *
 * @param name of the secret
 * @param why what to do about it, as a sentence; empty text for a secret that is there
 */
public record SecretAnswer(String name, State state, String why) {

  /** What became of the question. */
  public enum State {
    /** Its newest version can be read. */
    THERE,
    /** There is no such secret, or it never had a version. */
    MISSING,
    /** Its newest version is disabled or destroyed: reading it fails. */
    NOT_ENABLED,
    /** Whoever asks may not know. */
    REFUSED,
    /** Nobody answered, or nobody could ask. */
    UNANSWERED;

    /** As reports print it. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
