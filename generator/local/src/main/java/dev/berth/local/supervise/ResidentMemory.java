package dev.berth.local.supervise;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How much of this machine's memory processes hold, pages they share counted for each. */
final class ResidentMemory {

  private static final Pattern LINUX = Pattern.compile("(?m)^VmRSS:\\s+([0-9]+) kB$");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final boolean HAS_PROC = Files.exists(Path.of("/proc/self/status"));

  private ResidentMemory() {}

  /** All of these together; 0 when this machine does not say. One that ended meanwhile counts 0. */
  static long bytes(List<Long> pids) {
    if (pids.isEmpty()) {
      return 0;
    }
    return HAS_PROC ? pids.stream().mapToLong(ResidentMemory::ofLinux).sum() : ofPs(pids);
  }

  private static long ofLinux(long pid) {
    try {
      Matcher line =
          LINUX.matcher(
              new String(
                  Files.readAllBytes(Path.of("/proc/" + pid + "/status")),
                  StandardCharsets.ISO_8859_1));
      return line.find() ? Long.parseLong(line.group(1)) << 10 : 0;
    } catch (IOException ended) {
      return 0;
    }
  }

  /** POSIX's ps, as macOS has it: kibibytes, one line a process. */
  private static long ofPs(List<Long> pids) {
    String list = pids.stream().map(String::valueOf).collect(Collectors.joining(","));
    try {
      Process ps =
          new ProcessBuilder("ps", "-o", "rss=", "-p", list)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (var out = ps.getInputStream()) {
        return NUMBER
                .matcher(new String(out.readAllBytes(), StandardCharsets.US_ASCII))
                .results()
                .mapToLong(each -> Long.parseLong(each.group()))
                .sum()
            << 10;
      }
    } catch (IOException noPs) {
      return 0;
    }
  }
}
