package dev.berth.deploy.kubernetes;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.jspecify.annotations.Nullable;

/** What a cluster says, on one line a terminal can show. */
final class Words {

  private static final int MOST = 400;

  private Words() {}

  static String of(KubernetesClientException refused) {
    Status status = refused.getStatus();
    if (status != null && status.getMessage() != null) {
      return line(refused.getCode() + ": " + status.getMessage());
    }
    Throwable root = refused;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return of(root.getClass().getSimpleName(), root.getMessage());
  }

  static String of(@Nullable String reason, @Nullable String message) {
    return line(message == null || message.isEmpty() ? "" + reason : reason + ": " + message);
  }

  /** Without line ends and whatever else would move a terminal's cursor. */
  private static String line(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
    return line.length() > MOST ? line.substring(0, MOST) + " ..." : line;
  }
}
