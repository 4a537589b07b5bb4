package dev.berth.local.supervise;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One process of this machine, told from every other that ever had its number.
 *
 * @param pid its number
 * @param started when it was: where Linux says it, the boot and the clock ticks since then, which
 *     no correction of the clock changes; else an instant
 */
record ProcessMark(long pid, String started) {

  /** Of {@code /proc/PID/stat}, after the name in parentheses (proc(5)); counted from 0. */
  private static final int STATE_FIELD = 0;

  /** The same. */
  private static final int STARTED_FIELD = 19;

  /** Of one that only waits for its parent to hear of its end: in a container nobody may. */
  private static final String ENDED = "ended";

  /** The mark of a process that lives. */
  static ProcessMark of(ProcessHandle process) {
    return new ProcessMark(process.pid(), started(process));
  }

  /** The process itself, unless it ended. */
  Optional<ProcessHandle> alive() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> !started.equals(ENDED) && started(process).equals(started));
  }

  private static String started(ProcessHandle process) {
    return ticks(process.pid())
        .or(() -> process.info().startInstant().map(Object::toString))
        .orElse("unknown");
  }

  private static Optional<String> ticks(long pid) {
    try {
      String stat =
          new String(
              Files.readAllBytes(Path.of("/proc/" + pid + "/stat")), StandardCharsets.ISO_8859_1);
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      if (fields[STATE_FIELD].matches("[ZX]")) {
        return Optional.of(ENDED);
      }
      String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
      return Optional.of(boot + ":" + fields[STARTED_FIELD]);
    } catch (IOException | IndexOutOfBoundsException notLinux) {
      return Optional.empty();
    }
  }
}
