package dev.berth.local.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ExpectedTest {

  @Test
  void thePageListsEveryWarningThatIsMeantToBeWithItsReason() throws IOException {
    String page = Files.readString(Path.of("../../docs/openclaw.md"));
    String table = page.substring(page.indexOf("### Warnings that are meant to be"));
    Matcher row =
        Pattern.compile("(?m)^\\| `([^`]+)` \\| (.*) \\|$")
            .matcher(table.substring(0, table.indexOf("\n## ")));
    Map<String, String> shown = new TreeMap<>();
    while (row.find()) {
      shown.put(row.group(1), row.group(2));
    }
    assertEquals(Expected.reasons(), shown);
  }
}
