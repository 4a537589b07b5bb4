package dev.berth.cli;

/**
 * A store as a command means it.
 *
 * @param what whose it is: {@code support/customer}, or {@code folder/faq}
 * @param url where it is
 * @param podsUseIt whether the agent's own pod has this very store
 */
record KnowledgePlace(String what, String url, boolean podsUseIt) {

  /** How to have the agent's pod, if there is one, take up what the store holds now. */
  String restart() {
    String[] teamAndAgent = what.split("/", 2);
    return "kubectl rollout restart statefulset/%s --namespace %s"
        .formatted(teamAndAgent[1], teamAndAgent[0]);
  }
}
