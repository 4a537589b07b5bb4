package dev.berth.e2e.openclaw.laptop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What works below a folder: a supervisor, its gateways, and what those started. */
record Processes(Path folder) {

  /** All of them; one that has ended and that nobody has buried yet works nowhere. */
  List<ProcessHandle> now() {
    return ProcessHandle.allProcesses().filter(this::worksHere).toList();
  }

  /** Ends them as a power cut does: none is asked. */
  void kill() {
    now().forEach(Processes::kill);
  }

  /** Ends one without asking it. */
  static void kill(ProcessHandle process) {
    process.destroyForcibly();
    Patience.until(process.pid() + " is gone", () -> !lives(process));
  }

  /** Whether it runs; not, when it only waits to be buried. */
  static boolean lives(ProcessHandle process) {
    return process.isAlive() && !place(process).isEmpty();
  }

  /** The words of its command. */
  static String command(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline")).replace('\0', ' ');
    } catch (IOException gone) {
      return "";
    }
  }

  private boolean worksHere(ProcessHandle process) {
    String place = place(process);
    return place.equals(folder.toString()) || place.startsWith(folder + "/");
  }

  private static String place(ProcessHandle process) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd")).toString();
    } catch (IOException gone) {
      return "";
    }
  }
}
