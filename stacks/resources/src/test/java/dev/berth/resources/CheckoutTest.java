package dev.berth.resources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code pulumi up} by hand goes on from, and what it does not. */
class CheckoutTest {

  private static final Path HOME = Path.of("../..");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private static Checkout of(String golden) {
    return new Checkout(
        HOME, HOME.resolve("generator/cli/src/test/golden").resolve(golden).resolve("given"));
  }

  private static String refusal(String golden) {
    Checkout checkout = of(golden);
    return String.valueOf(
        assertThrows(
                IllegalArgumentException.class,
                () -> checkout.plan(checkout.generator(), "dev", TODAY))
            .getMessage());
  }

  @Test
  void whatARuleRefusesIsNotPlanned() {
    String refusal = refusal("lethal-trio");
    assertTrue(refusal.contains("error[lethal-trio]"), refusal);
    assertTrue(refusal.endsWith("1 error in 1 file. Nothing was changed.\n"), refusal);
  }

  /** Whoever edits the templates does not get past the rules by leaving {@code berth up} out. */
  @Test
  void whatTemplatesOpenIsNotPlanned(@TempDir Path home) throws IOException {
    Path templates = HOME.resolve("templates");
    try (Stream<Path> all = Files.walk(templates)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        Path copy = home.resolve("templates").resolve(templates.relativize(each));
        Files.createDirectories(copy.getParent());
        Files.copy(each, copy);
      }
    }
    Checkout checkout = new Checkout(home, of("wildcard-egress").root());
    assertEquals(1, checkout.plan(checkout.generator(), "dev", TODAY).agents().size());
    Path namespace = home.resolve("templates/kubernetes/team/namespace.yaml");
    Files.writeString(
        namespace, Files.readString(namespace).replace("enforce: restricted", "enforce: baseline"));
    String refusal =
        String.valueOf(
            assertThrows(
                    IllegalArgumentException.class,
                    () -> checkout.plan(checkout.generator(), "dev", TODAY))
                .getMessage());
    assertTrue(refusal.contains("error[namespace-unguarded]"), refusal);
  }

  @Test
  void whatIsWrongIsNotPlanned() {
    assertTrue(refusal("unknown-key").contains("error[unknown-key]"));
  }

  @Test
  void warningsAndNotesRefuseNothing() {
    Checkout checkout = of("wildcard-egress");
    assertEquals(1, checkout.plan(checkout.generator(), "dev", TODAY).agents().size());
  }
}
