package dev.berth.local.supervise;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Locale;

/** Failures and durations for people. */
final class Words {

  private Words() {}

  /** {@code 4 s}; what is less than one is one. */
  static String seconds(Duration duration) {
    return Math.max(1, duration.toSeconds()) + " s";
  }

  /** What a disk did not do. */
  static String of(IOException failed) {
    String message = String.valueOf(failed.getMessage());
    if (isFull(failed)) {
      return "the disk is full: " + message;
    }
    if (failed instanceof NoSuchFileException) {
      return message + " is not there";
    }
    if (failed instanceof AccessDeniedException) {
      return message + " may not be read or written";
    }
    if (failed instanceof FileSystemException || !message.equals("null")) {
      return message;
    }
    return failed.getClass().getSimpleName();
  }

  /** A disk that may be mended while nobody asks. */
  static Ending ending(IOException failed) {
    return Ending.passing(
        of(failed),
        isFull(failed) ? "make room on that disk" : "see that it can be read and written");
  }

  /** Where a bug is, without its message: nobody knows what that quotes. */
  static String bug(Throwable bug) {
    StackTraceElement[] trace = bug.getStackTrace();
    return "a bug in Berth: "
        + bug.getClass().getSimpleName()
        + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  private static boolean isFull(IOException failed) {
    String message = String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("no space left") || message.contains("quota exceeded");
  }
}
