package dev.berth;

import dev.berth.diagnose.Checked;
import dev.berth.gather.FleetFolder;
import dev.berth.model.Fleet;
import dev.berth.render.Templates;
import dev.berth.source.Sources;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/** The twelve agents of this checkout. */
public final class SampleFleet {

  /** A day on which every grant of theirs holds. */
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private SampleFleet() {}

  public static Sources sources() {
    return FleetFolder.read(Path.of("..", ".."));
  }

  public static Fleet of() {
    Checked<Fleet> fleet = new Generator(new Templates(Map.of())).fleet(sources(), TODAY);
    return ((Checked.Good<Fleet>) fleet).value();
  }
}
