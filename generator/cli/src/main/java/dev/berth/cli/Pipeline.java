package dev.berth.cli;

import dev.berth.diagnose.Checked;
import dev.berth.diagnose.Diagnostic;
import dev.berth.emit.OutputFile;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.plan.Plan;
import dev.berth.render.Rendered;
import dev.berth.source.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** From a folder to a plan, and what is said on the way. */
interface Pipeline {

  Sources gather(Path root) throws IOException;

  Checked<Fleet> fleet(Sources sources);

  Plan plan(Fleet fleet, Environment environment);

  List<Rendered> render(Plan plan);

  String schema(String kind);

  String manifests(Rendered release);

  String emit(Path folder, List<OutputFile> files, boolean dryRun);

  String report(Format format, List<Diagnostic> wrong, Sources sources);
}
