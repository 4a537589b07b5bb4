package dev.berth.deploy.secrets;

import java.util.List;

/** Tells which secrets exist. Reads what is known about them, never what they hold. */
public interface SecretLookup {

  /**
   * One answer a name, in the order of the names. It does not throw: whoever cannot ask at all
   * answers {@link SecretAnswer.State#UNANSWERED} for each.
   *
   * @param project the Google Cloud project's id
   */
  List<SecretAnswer> ask(String project, List<String> names);
}
