package dev.berth.plan;

/**
 * A value that only exists once something else does: an output of another planned resource, or of
 * the platform stack.
 *
 * @param resource the planned resource's name, or {@link #PLATFORM}
 * @param output e.g. {@code id}, or a path such as {@code masterAuth.clusterCaCertificate}
 */
public record Ref(String resource, String output) {

  /** Stands for the platform stack itself: what it hands to the fleet stacks. */
  public static final String PLATFORM = "platform";

  /** The Google Cloud project's number, which identities are spelled with. */
  public static final Ref PROJECT_NUMBER = new Ref(PLATFORM, "projectNumber");

  /** As files show it: {@code ${berth-dev.id}}. */
  @Override
  public String toString() {
    return "${" + resource + "." + output + "}";
  }
}
