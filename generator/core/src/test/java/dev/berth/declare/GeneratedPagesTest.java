package dev.berth.declare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is checked in is what the code says; {@code -Dgolden.update} rewrites it and fails. */
class GeneratedPagesTest {

  private static final Path DOCS = Path.of("../../docs");

  @ParameterizedTest
  @EnumSource(Kind.class)
  void theSchemaIsTheOneThatIsCheckedIn(Kind kind) throws IOException {
    same(DOCS.resolve("schemas/" + kind + ".schema.json"), JsonSchema.of(kind));
  }

  @Test
  void thePageOfKeysIsTheOneThatIsCheckedIn() throws IOException {
    same(DOCS.resolve("keys.md"), KeysPage.text());
  }

  private static void same(Path file, String text) throws IOException {
    String found = Files.exists(file) ? Files.readString(file) : "";
    if (System.getProperty("golden.update") != null && !found.equals(text)) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      fail("rewrote " + file + ": read the diff, then run again without -Dgolden.update");
    }
    assertEquals(text, found, file + ": see -Dgolden.update");
  }
}
