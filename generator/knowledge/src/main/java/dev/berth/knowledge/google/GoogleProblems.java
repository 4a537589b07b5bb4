package dev.berth.knowledge.google;

import com.google.cloud.storage.StorageException;
import dev.berth.knowledge.store.StoreProblem;
import dev.berth.knowledge.store.StoreProblem.Kind;
import org.jspecify.annotations.Nullable;

/** What Google answered, as a problem with a sentence for people. */
final class GoogleProblems {

  private static final int LONGEST_REASON = 300;

  private final String bucket;

  GoogleProblems(String bucket) {
    this.bucket = "gs://" + bucket;
  }

  StoreProblem missingBucket(Throwable cause) {
    return new StoreProblem(
        Kind.NO_BUCKET, "there is no bucket " + bucket + ": make it, or correct its name", cause);
  }

  /**
   * The problem behind what Google's client threw.
   *
   * @param address the object that was asked for
   */
  StoreProblem of(String address, Exception problem) {
    if (problem instanceof StoreProblem known) {
      return known;
    }
    StorageException answer = answer(problem);
    int code = answer == null ? 0 : answer.getCode();
    String reason = code == 0 ? "no answer" : code + " " + firstLine(answer);
    return switch (code) {
      case 401 ->
          new StoreProblem(
              Kind.DENIED,
              address
                  + ": Google does not know who asks: run gcloud auth application-default login,"
                  + " or give the pod a Workload Identity ("
                  + reason
                  + ")",
              problem);
      case 403 ->
          new StoreProblem(
              Kind.DENIED,
              address
                  + ": give whoever asks roles/storage.objectUser on "
                  + bucket
                  + " ("
                  + reason
                  + ")",
              problem);
      case 404 -> missingBucket(problem);
      case 400, 412 ->
          new StoreProblem(Kind.DAMAGED, address + ": refused as altered on its way", problem);
      default ->
          new StoreProblem(
              Kind.UNAVAILABLE,
              address + ": " + bucket + " does not do it now (" + reason + "): try again later",
              problem);
    };
  }

  /** What the server said, wherever in the chain of causes it is. */
  static @Nullable StorageException answer(Exception problem) {
    for (Throwable each = problem; each != null; each = each.getCause()) {
      if (each instanceof StorageException answer) {
        return answer;
      }
    }
    return null;
  }

  static int code(Exception problem) {
    StorageException answer = answer(problem);
    return answer == null ? 0 : answer.getCode();
  }

  /** Google's own words: they name the right that is missing. */
  private static String firstLine(@Nullable StorageException answer) {
    String text = answer == null ? "" : String.valueOf(answer.getMessage());
    String line = text.lines().findFirst().orElse("").strip();
    return line.substring(0, Math.min(line.length(), LONGEST_REASON));
  }
}
