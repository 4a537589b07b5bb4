package dev.berth.cli;

import dev.berth.diagnose.Checked;
import dev.berth.diagnose.Diagnostic;
import dev.berth.emit.OutputFile;
import dev.berth.gather.FleetFolder;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.model.HostCatalogue;
import dev.berth.plan.Plan;
import dev.berth.plan.Planner;
import dev.berth.render.Rendered;
import dev.berth.source.Sources;
import java.nio.file.Path;
import java.util.List;

/** The pipeline of this checkout. */
record Wiring(Path home) implements Pipeline {

  @Override
  public Sources gather(Path root) {
    return FleetFolder.read(root);
  }

  @Override
  public Checked<Fleet> fleet(Sources sources) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Plan plan(Fleet fleet, Environment environment) {
    return new Planner(HostCatalogue.builtIn()).plan(fleet, environment);
  }

  @Override
  public List<Rendered> render(Plan plan) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String schema(String kind) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String manifests(Rendered release) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String emit(Path folder, List<OutputFile> files, boolean dryRun) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String report(Format format, List<Diagnostic> wrong, Sources sources) {
    throw new UnsupportedOperationException();
  }
}
