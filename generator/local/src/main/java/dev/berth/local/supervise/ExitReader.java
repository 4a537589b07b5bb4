package dev.berth.local.supervise;

import dev.berth.local.control.AgentOrder;
import dev.berth.local.place.AgentFolder;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads why a gateway ended from its exit code and its last lines. OpenClaw ends with 78 when its
 * configuration or its state is not fit to start with, and with 1 when a secret is missing or its
 * port is taken; seen with 2026.9.6.
 */
record ExitReader(AgentOrder order, AgentFolder folder) {

  private static final int CONFIGURATION = 78;

  /** A shell's way to count what a signal ended: 128 and the signal's number (POSIX, sh). */
  private static final int KILLED = 137;

  /**
   * Less than a first start writes. Of a database that found no room OpenClaw says that it is not
   * open, and ends with 78, as if starting it again could not mend that.
   */
  private static final long LEAST_ROOM_BYTES = 4L << 20;

  private static final Pattern OWNER = Pattern.compile("\"pid\"\\s*:\\s*([0-9]{1,9})");
  private static final Pattern WRONG_NODE = Pattern.compile("Node [0-9][0-9.]*");

  Ending read(int exitCode, LastLines last) {
    return disk(last)
        .or(() -> program(last))
        .or(() -> exitCode == CONFIGURATION ? Optional.of(configuration(last)) : Optional.empty())
        .or(() -> secret(last))
        .or(() -> passing(exitCode, last))
        .orElseGet(() -> other(exitCode, last));
  }

  private Optional<Ending> disk(LastLines last) {
    boolean full =
        last.say("no space left on device")
            || last.say("ENOSPC")
            || last.say("database or disk is full")
            || hasNoRoom();
    return full
        ? Optional.of(
            Ending.passing(
                "the disk that holds " + folder.home() + " is full",
                "make room there: df -h " + folder.home()))
        : Optional.empty();
  }

  private boolean hasNoRoom() {
    try {
      return Files.getFileStore(folder.home()).getUsableSpace() < LEAST_ROOM_BYTES;
    } catch (IOException unread) {
      return false;
    }
  }

  private Optional<Ending> program(LastLines last) {
    if (last.say("node:sqlite is unavailable") || last.say("requires Node")) {
      String which =
          last.lines().stream()
              .map(WRONG_NODE::matcher)
              .filter(Matcher::find)
              .map(Matcher::group)
              .findFirst()
              .orElse(order.node() + " is a Node");
      return Optional.of(
          Ending.refused(
              which + " is not one that OpenClaw " + order.version() + " runs on",
              "install Node 24.16 or newer of the 24s, then: berth up " + order.id()));
    }
    if (last.say("Cannot find module")) {
      return Optional.of(
          Ending.refused(
              "the OpenClaw at " + order.openclaw() + " is not whole",
              "remove the folder it was installed to, then: berth up " + order.id()));
    }
    return Optional.empty();
  }

  private Ending configuration(LastLines last) {
    String reason = last.reason().orElse("it does not say what");
    if (last.say("another OpenClaw process owns") || last.say("gateway already running")) {
      return Ending.refused(
          "another OpenClaw" + owner() + " works on its state folder " + folder.state(),
          "stop that process, then: berth up " + order.id());
    }
    return Ending.refused(
        "OpenClaw " + order.version() + " refuses to start: " + reason,
        "see what it takes: berth openclaw verify " + order.id());
  }

  private String owner() {
    // A folder for each user of the machine, of whom this state folder has one.
    try (DirectoryStream<Path> users =
        Files.newDirectoryStream(folder.state().resolve("tmp"), "openclaw-*")) {
      for (Path user : users) {
        Optional<Matcher> found =
            PrivateFiles.read(user.resolve("gateway.state.lock"))
                .map(OWNER::matcher)
                .filter(Matcher::find);
        if (found.isPresent()) {
          return ", process " + found.get().group(1) + ",";
        }
      }
    } catch (IOException unread) {
      return "";
    }
    return "";
  }

  private Optional<Ending> secret(LastLines last) {
    return last.say("required secrets are unavailable")
        ? Optional.of(
            Ending.refused(
                "a secret that its configuration asks for has no value",
                "see which it needs: berth openclaw verify " + order.id()))
        : Optional.empty();
  }

  private Optional<Ending> passing(int exitCode, LastLines last) {
    if (last.say("EADDRINUSE")) {
      return Optional.of(Ending.passing("somebody took its port while it started", ""));
    }
    if (last.say("heap out of memory")) {
      return Optional.of(
          Ending.passing(
              "Node ran out of its %d MiB of heap".formatted(order.heapMebibytes()),
              "raise `memory` under `limits` in agents/%s.yaml".formatted(order.id())));
    }
    return exitCode == KILLED
        ? Optional.of(
            Ending.passing(
                "it was killed from outside, as a machine does that runs out of memory", ""))
        : Optional.empty();
  }

  private static Ending other(int exitCode, LastLines last) {
    return Ending.passing(
        "it ended by itself with exit code "
            + exitCode
            + last.reason().map(reason -> ": " + reason).orElse(""),
        "");
  }
}
