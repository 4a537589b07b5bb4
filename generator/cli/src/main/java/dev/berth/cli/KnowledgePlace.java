package dev.berth.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A store as a command means it.
 *
 * @param what whose it is: {@code support/customer}, or {@code folder/faq}
 * @param url where it is
 * @param podsUseIt whether the agent's own pod has this very store
 * @param home of the agent on this machine, where it runs from this very store; empty elsewhere
 */
record KnowledgePlace(String what, String url, boolean podsUseIt, Optional<Path> home) {

  /** How to have the agent's pod, if there is one, take up what the store holds now. */
  String restart() {
    String[] teamAndAgent = what.split("/", 2);
    return "kubectl rollout restart statefulset/%s --namespace %s"
        .formatted(teamAndAgent[1], teamAndAgent[0]);
  }
}
