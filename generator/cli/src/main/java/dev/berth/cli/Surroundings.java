package dev.berth.cli;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Where a command runs and whom it talks to.
 *
 * @param folder the working folder, absolute
 * @param home the checkout of Berth, which holds {@code templates/} and {@code stacks/}
 * @param variables the environment's
 * @param terminal whether a person is at the other end
 * @param today in UTC
 */
record Surroundings(
    Path folder,
    Path home,
    Map<String, String> variables,
    boolean terminal,
    LocalDate today,
    InputStream in,
    PrintStream out,
    PrintStream err) {

  /** This process's own. Text leaves as UTF-8, whatever the default character set is. */
  static Surroundings ofThisProcess() {
    Path folder = Path.of("").toAbsolutePath();
    return new Surroundings(
        folder,
        Path.of(System.getProperty("berth.home", folder.toString())).toAbsolutePath().normalize(),
        System.getenv(),
        person(),
        LocalDate.now(ZoneOffset.UTC),
        System.in,
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err));
  }

  // From Java 22 on there may be a console without a terminal, and a method that says so.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean person() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (ReflectiveOperationException noSuchMethod) {
      return true;
    }
  }

  private static PrintStream utf8(FileDescriptor to) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(to)), false, StandardCharsets.UTF_8);
  }
}
