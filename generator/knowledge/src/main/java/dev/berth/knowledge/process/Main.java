package dev.berth.knowledge.process;

import dev.berth.knowledge.Stores;
import dev.berth.knowledge.store.ObjectStore;
import dev.berth.knowledge.store.StoreUrl;
import dev.berth.knowledge.store.WrongStoreUrl;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** The process: the one place that touches its streams, its signals and its exit code. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    // UTF-8 whatever the locale says: names of files are shown in it.
    PrintStream lines =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    // Google's client prints a stack trace there when an answer is cut short; what is worth saying
    // is
    // said by lines of our own.
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    PrintWriter out =
        new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Clock clock = Clock.systemUTC();
    Outside outside =
        new Outside(
            clock,
            out,
            lines::println,
            (where, writer) -> StoredKnowledge.open(where, writer, Main::open, clock),
            Signals::heard,
            code -> Runtime.getRuntime().halt(code));
    System.exit(Program.run(outside, arguments));
  }

  private static ObjectStore open(String url) throws IOException, UsageProblem {
    try {
      return Stores.open(StoreUrl.parse(url));
    } catch (WrongStoreUrl wrong) {
      throw new UsageProblem(wrong.message(), wrong.mend());
    }
  }
}
