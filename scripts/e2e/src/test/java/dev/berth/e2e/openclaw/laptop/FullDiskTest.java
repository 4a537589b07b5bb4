package dev.berth.e2e.openclaw.laptop;

import static dev.berth.e2e.openclaw.laptop.Laptop.READER;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.e2e.knowledge.faults.SmallDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk without room for what agents remember. */
class FullDiskTest {

  @TempDir private Path place;

  private Laptop laptop;

  @AfterEach
  void end() {
    laptop.close();
  }

  /** First for nothing at all, then for all but what OpenClaw makes; then there is enough. */
  @Test
  void anAgentSaysThatItsDiskIsFullAndStartsOnceThereIsRoom() throws Exception {
    laptop = Laptop.in(place);
    SmallDisk disk = new SmallDisk(Files.createDirectory(laptop.state()), 16);
    String up = laptop.line("up", "--env", "laptop", READER);
    String status = laptop.line("status", READER);

    String told =
        disk.run(
            "trap \"" + laptop.line("down", "--env", "laptop", "--grace", "1s") + "\" EXIT",
            disk.fill(),
            SmallDisk.ends(up, 3),
            disk.makeRoom(),
            "dd if=/dev/zero of='" + laptop.state() + "/filler.2' bs=1M count=13",
            up + " > '" + place + "/up' 2>&1 &",
            "up=$!",
            "waited=0",
            "until " + status + " 2>&1 | tee '" + place + "/status' | grep -q 'is full'; do",
            "  waited=$((waited + 1)); [ $waited -lt 120 ] || break; sleep 1",
            "done",
            "cat '" + place + "/status'",
            disk.makeRoom(),
            "code=0; wait $up || code=$?",
            "cat '" + place + "/up'",
            "[ $code -eq 0 ] || exit 98",
            laptop.line("ask", READER, "who are you?"),
            laptop.line("down", "--env", "laptop"));

    String oneLine = told.replaceAll("\\s+", " ");
    assertTrue(oneLine.contains("No space left on device"), told);
    assertTrue(oneLine.contains("mend: make room"), told);
    assertTrue(oneLine.contains("is full"), told);
    assertTrue(oneLine.contains("mend make room"), told);
    assertTrue(oneLine.contains("You "), told);
    assertTrue(oneLine.contains("Stopped: 1 agent."), told);
  }
}
