package dev.berth.resources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

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
