package dev.berth.local.install;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.berth.local.place.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Finds OpenClaw of an exact version and a Node it runs on, or has npm fetch them, once. They go
 * into the folder of tools, where scripts/e2e/tools puts and finds them too.
 */
public final class OpenClawInstaller {

  private static final Pattern VERSION = Pattern.compile("[0-9][-.0-9A-Za-z]{0,40}");

  private final Path tools;
  private final Map<String, String> variables;
  private final SearchPath path;
  private final Nodes nodes;

  /**
   * @param variables the environment's: where programs are, and all of npm's settings
   */
  public OpenClawInstaller(Places places, Map<String, String> variables) {
    this.tools = places.tools();
    this.variables = Map.copyOf(variables);
    this.path = SearchPath.of(variables);
    this.nodes = new Nodes(path, tools);
  }

  /** What is there already; nothing is fetched. */
  public Optional<Installed> find(String version) throws InterruptedException {
    Optional<Path> node = nodes.fitting();
    Optional<Path> openclaw = openclaw(checked(version));
    return node.isPresent() && openclaw.isPresent()
        ? Optional.of(new Installed(version, node.get(), openclaw.get()))
        : Optional.empty();
  }

  /**
   * The same, fetched where it is missing.
   *
   * @param progress is told what is fetched, and how far it is
   */
  public Installed ensure(String version, Consumer<String> progress)
      throws NotInstalled, InterruptedException {
    checked(version);
    Optional<Path> node = nodes.fitting();
    Path fitting = node.isPresent() ? node.get() : node(progress);
    Optional<Path> there = openclaw(version);
    Path openclaw = there.isPresent() ? there.get() : openclaw(version, progress);
    return new Installed(version, fitting, openclaw);
  }

  private static String checked(String version) {
    if (!VERSION.matcher(version).matches()) {
      throw new IllegalArgumentException("no version: " + version);
    }
    return version;
  }

  private Path node(Consumer<String> progress) throws NotInstalled, InterruptedException {
    Optional<Npm> npm = npm();
    if (npm.isEmpty()) {
      Optional<Nodes.Found> wrong = nodes.first();
      throw new NotInstalled(
          wrong.isEmpty()
              ? new InstallProblem.NoNode()
              : new InstallProblem.WrongNode(
                  wrong.get().file(),
                  wrong.get().version().map(NodeVersion::toString).orElse("of no version")));
    }
    NodePackage own = NodePackage.ofThisMachine(NodeVersion.OWN);
    new NpmPackage("Node " + NodeVersion.OWN, own.named(), nodes.ownFolder(), own.program())
        .install(npm.get(), progress);
    return nodes.own();
  }

  private Path openclaw(String version, Consumer<String> progress)
      throws NotInstalled, InterruptedException {
    String wanted = "OpenClaw " + version;
    Path folder = folder(version);
    Npm npm = npm().orElseThrow(() -> new NotInstalled(new InstallProblem.NoNpm(wanted, folder)));
    new NpmPackage(wanted, "openclaw@" + version, folder, "").install(npm, progress);
    return openclaw(version)
        .orElseThrow(
            () ->
                new NotInstalled(
                    new InstallProblem.Refused(
                        wanted, "npm was content, but " + folder + " holds no such OpenClaw")));
  }

  private Optional<Npm> npm() {
    return path.all("npm").stream().findFirst().map(program -> new Npm(program, variables));
  }

  private Path folder(String version) {
    return tools.resolve("openclaw-" + version);
  }

  /** Of the folder of tools, else one of the PATH that is of exactly this version. */
  private Optional<Path> openclaw(String version) {
    Path own = folder(version).resolve("node_modules/openclaw/openclaw.mjs");
    if (isOf(version, own)) {
      return Optional.of(own);
    }
    return path.all("openclaw").stream()
        .map(OpenClawInstaller::real)
        .filter(file -> isOf(version, file))
        .findFirst();
  }

  /** npm puts a link to {@code openclaw.mjs} on the PATH. */
  private static Path real(Path link) {
    try {
      return link.toRealPath();
    } catch (IOException gone) {
      return link;
    }
  }

  private static boolean isOf(String version, Path script) {
    Path about = script.resolveSibling("package.json");
    if (!script.endsWith("openclaw.mjs") || !Files.isRegularFile(script)) {
      return false;
    }
    try {
      JsonObject read = JsonParser.parseString(Files.readString(about)).getAsJsonObject();
      return read.has("version") && read.get("version").getAsString().equals(version);
    } catch (IOException | JsonParseException | IllegalStateException notItsPackage) {
      return false;
    }
  }
}
