package dev.berth.deploy.pulumi;

import com.pulumi.automation.ConcurrentUpdateException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Recognises what stopped a run by what the engine said. */
final class ProblemReader {

  private static final Pattern PLUGIN =
      Pattern.compile("resource plugin '(?:pulumi-resource-)?([a-z]+)'.*? at version v?([0-9.]+)");
  private static final Pattern LOCK =
      Pattern.compile("created by (\\S+)@(\\S+) \\(pid (\\d+)\\) at (\\S+)");
  private static final Pattern PROTECTED =
      Pattern.compile("resource \"(urn:[^\"]+)\" cannot be deleted");
  private static final Pattern PLATFORM =
      Pattern.compile(
          "(?:unknown stack|no stack named|does not exist on stack)"
              + " [\"'](\\S*berth-platform/\\S+?)[\"']");

  /** The engine quotes the command line of this JVM, class path and all. */
  private static final Pattern COMMAND_LINE =
      Pattern.compile("Running program \\[PID: \\d+\\]\\(.*\\) failed");

  private static final Pattern EXCEPTION =
      Pattern.compile("^(Caused by: )?[a-z][\\w.$]*Exception: ");

  private static final Pattern TAKEN =
      Pattern.compile(" already exists$|(?:: )?cannot re-use a name that is still in use$");

  private static final int MOST_LINES = 5;

  private final Collection<String> secrets;

  /**
   * @param secrets texts that no message may hold
   */
  ProblemReader(Collection<String> secrets) {
    this.secrets = secrets.stream().filter(each -> !each.isBlank()).toList();
  }

  /** What {@code thrown} means. */
  Problem read(Exception thrown) {
    String said = Optional.ofNullable(thrown.getMessage()).orElse(thrown.toString());
    if (thrown instanceof ConcurrentUpdateException || said.contains("currently locked by")) {
      return locked(said);
    }
    return find(PLUGIN, said)
        .<Problem>map(plugin -> new Problem.NoPlugin(plugin.group(1), plugin.group(2)))
        .or(() -> refused(said))
        .or(() -> find(PLATFORM, said).map(stack -> new Problem.NoPlatform(stack.group(1))))
        .or(() -> missing(said))
        .or(() -> there(said))
        .orElseGet(() -> new Problem.Failed(errors(said)));
  }

  /** What {@code thrown} means, if the command line itself could not be started. */
  Problem ofCli(Exception thrown) {
    String said = Optional.ofNullable(thrown.getMessage()).orElse(thrown.toString());
    return said.contains("Cannot run program")
        ? new Problem.NoCli()
        : new Problem.BadCli(errors(said));
  }

  private static Optional<Problem> refused(String said) {
    List<String> names =
        PROTECTED
            .matcher(said)
            .results()
            .map(each -> Progress.name(each.group(1)))
            .distinct()
            .sorted()
            .toList();
    return names.isEmpty() ? Optional.empty() : Optional.of(new Problem.Protected(names));
  }

  private Optional<Problem> there(String said) {
    List<String> resources =
        errors(said)
            .lines()
            .filter(line -> TAKEN.matcher(line).find())
            .map(line -> TAKEN.matcher(line).replaceAll("").replaceFirst("^error: ", ""))
            .toList();
    return resources.isEmpty()
        ? Optional.empty()
        : Optional.of(new Problem.AlreadyThere(resources));
  }

  private Optional<Problem> missing(String said) {
    if (said.contains("PULUMI_ACCESS_TOKEN must be set") || said.contains("not logged in")) {
      return Optional.of(new Problem.NotLoggedIn());
    }
    if (said.contains("passphrase must be set") || said.contains("incorrect passphrase")) {
      return Optional.of(new Problem.NoPassphrase());
    }
    if (said.contains("gke-gcloud-auth-plugin")) {
      return Optional.of(new Problem.NoClusterLogin());
    }
    if (said.contains("could not find default credentials")
        || said.contains("Attempted to load application default credentials")) {
      return Optional.of(new Problem.NoCredentials());
    }
    if (said.contains("CONSUMER_INVALID")
        || said.contains("USER_PROJECT_DENIED")
        || said.contains("not found or deleted")) {
      return Optional.of(new Problem.NoProject(errors(said)));
    }
    return Optional.empty();
  }

  private static Problem locked(String said) {
    return find(LOCK, said)
        .map(
            lock ->
                new Problem.Locked(
                    "by %s on %s (process %s) since %s"
                        .formatted(lock.group(1), lock.group(2), lock.group(3), lock.group(4)),
                    ThisHost.ranAndIsGone(lock.group(2), Long.parseLong(lock.group(3)))))
        .orElseGet(() -> new Problem.Locked("by another run", false));
  }

  /** The lines that say what is wrong, without stack traces and command lines. */
  private String errors(String said) {
    String text = COMMAND_LINE.matcher(said).replaceAll("the program failed");
    List<String> errors =
        text.lines()
            .map(line -> line.strip().replaceFirst("^std(err|out): *", ""))
            .filter(line -> line.startsWith("error: ") || EXCEPTION.matcher(line).find())
            .filter(line -> !line.equals("error: update failed"))
            .distinct()
            .limit(MOST_LINES)
            .toList();
    String first = text.lines().map(String::strip).findFirst().orElse("");
    return clean(errors.isEmpty() ? first : String.join("\n", errors));
  }

  /** {@code text} without anything secret. */
  private String clean(String text) {
    String clean = text;
    for (String secret : secrets) {
      clean = clean.replace(secret, "***");
    }
    return clean.lines().map(String::strip).collect(Collectors.joining("\n"));
  }

  private static Optional<Matcher> find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher) : Optional.empty();
  }
}
