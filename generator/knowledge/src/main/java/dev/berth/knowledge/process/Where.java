package dev.berth.knowledge.process;

import dev.berth.knowledge.crossing.KnowledgePath;
import dev.berth.knowledge.work.WorkingCopy;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which knowledge, on which disk: the options that every command has. */
final class Where {

  @Option(
      names = "--store",
      required = true,
      paramLabel = "URL",
      description =
          "The agent's store: gs://BUCKET/PREFIX/, s3://BUCKET/PREFIX/ or file:///FOLDER/.")
  private String store = "";

  @Option(
      names = "--home",
      required = true,
      paramLabel = "DIR",
      description = "The folder that holds workspace/ and openclaw.json.")
  private Path home = Path.of("");

  @Option(
      names = "--soul",
      paramLabel = "FILE",
      description = "The agent's soul; stands in for workspace/SOUL.md, and is never pulled over.")
  private @Nullable Path soul;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The agent's configuration; stands in for openclaw.json, likewise.")
  private @Nullable Path config;

  private List<SharedFolder> shared = List.of();

  @Option(
      names = "--shared",
      paramLabel = "NAME=URL",
      description = "A shared folder, read-only in home/shared/NAME. May be written several times.")
  void shared(List<String> written) {
    shared = written.stream().map(Where::sharedFolder).toList();
  }

  String store() {
    return store;
  }

  WorkingCopy copy() {
    Map<KnowledgePath, Path> declared = new LinkedHashMap<>();
    Optional.ofNullable(soul)
        .ifPresent(file -> declared.put(KnowledgePath.of("workspace/SOUL.md"), file));
    Optional.ofNullable(config)
        .ifPresent(file -> declared.put(KnowledgePath.of("openclaw.json"), file));
    return new WorkingCopy(home, declared);
  }

  List<SharedFolder> shared() {
    return shared;
  }

  private static SharedFolder sharedFolder(String written) {
    return SharedFolder.parse(written)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "--shared must be NAME=URL, NAME of lower-case letters, digits and dashes"));
  }
}
