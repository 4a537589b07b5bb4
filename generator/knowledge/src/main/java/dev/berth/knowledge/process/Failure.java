package dev.berth.knowledge.process;

import dev.berth.knowledge.store.StoreProblem;
import dev.berth.knowledge.work.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/**
 * What went wrong, for people.
 *
 * @param exitCode what a command ends with because of it
 */
record Failure(int exitCode, String sentence, String mend) {

  static Failure of(Throwable thrown) {
    if (thrown instanceof UncheckedIOException wrapped && wrapped.getCause() != null) {
      return of(wrapped.getCause());
    }
    if (thrown instanceof Refused refused) {
      return new Failure(Exit.REFUSED, refused.sentence(), refused.mend());
    }
    if (thrown instanceof StoreProblem problem) {
      return new Failure(Exit.STORE, problem.message(), mend(problem.kind()));
    }
    if (thrown instanceof UsageProblem usage) {
      return new Failure(Exit.USAGE, usage.sentence(), usage.mend());
    }
    if (thrown instanceof IOException disk) {
      return new Failure(
          Exit.STORE,
          "the disk failed: " + words(disk),
          "see that --home can be written and has room, then try again; nothing is lost");
    }
    return bug(thrown);
  }

  private static String mend(StoreProblem.Kind kind) {
    return switch (kind) {
      case ABSENT -> "see that --store names the right bucket and prefix";
      case DENIED ->
          "give the agent's service account roles/storage.objectUser on the bucket, or see that its"
              + " S3 credentials are there and may read and write";
      case NO_BUCKET -> "create the bucket or folder, or correct --store";
      case UNAVAILABLE -> "try again when the store answers; nothing is lost until then";
      case FULL -> "make room where the store keeps its objects, then try again";
      case DAMAGED -> "restore an older snapshot: berth knowledge log TEAM/AGENT lists them";
    };
  }

  private static String words(IOException disk) {
    String message = String.valueOf(disk.getMessage());
    if (disk instanceof NoSuchFileException) {
      return message + " is not there";
    }
    if (disk instanceof AccessDeniedException) {
      return message + " may not be read or written";
    }
    if (disk instanceof FileSystemException) {
      return message;
    }
    return message.equals("null") ? disk.getClass().getSimpleName() : message;
  }

  /** The message of what was thrown is left out: nobody knows what it quotes. */
  private static Failure bug(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    String where = trace.length == 0 ? "" : " at " + trace[0];
    return new Failure(
        Exit.BUG,
        "a bug in Berth: " + thrown.getClass().getSimpleName() + where,
        "please report it, with the line above");
  }
}
