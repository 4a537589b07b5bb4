package dev.berth.cli;

import dev.berth.cli.knowledge.MovedFacts;
import dev.berth.cli.knowledge.MovedText;
import dev.berth.cli.knowledge.PointInTime;
import dev.berth.knowledge.snapshot.Repository;
import dev.berth.knowledge.snapshot.Snapshot;
import dev.berth.knowledge.store.ObjectStore;
import dev.berth.knowledge.store.StoreProblem;
import dev.berth.knowledge.store.StoreUrl;
import dev.berth.knowledge.store.WrongStoreUrl;
import dev.berth.knowledge.work.Knowledge;
import dev.berth.knowledge.work.Moved;
import dev.berth.knowledge.work.Progress;
import dev.berth.knowledge.work.Refused;
import dev.berth.knowledge.work.Surroundings;
import dev.berth.model.Fleet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;

/** One command's work on stores: opens them, closes them, and says what went wrong with them. */
final class KnowledgeRun {

  /** What snapshots call a writer that is a person at a command line. */
  private static final String WRITER = "cli";

  /** What a command does with declarations that are right. */
  @FunctionalInterface
  interface Work {
    int in(KnowledgeRun run) throws IOException, Refused;
  }

  private final Berth berth;
  private final Declarations declared;
  private final KnowledgePlaces places;
  private final KnowledgeParts parts;
  private final List<ObjectStore> open = new ArrayList<>();

  private KnowledgeRun(Berth berth, Declarations declared, Fleet fleet) {
    this.berth = berth;
    this.declared = declared;
    this.places = new KnowledgePlaces(declared, fleet);
    this.parts = berth.workshop().knowledge().get();
  }

  /** The exit code of {@code work}, or of what kept it from its end. */
  static int of(Berth berth, Work work) {
    berth.mustNotBeSarif();
    Declarations declared = Declarations.of(berth);
    return declared.whenRight(fleet -> new KnowledgeRun(berth, declared, fleet).told(work));
  }

  private int told(Work work) {
    try {
      return work.in(this);
    } catch (Refused refused) {
      throw Stop.refused(refused.sentence() + "\nmend: " + refused.mend());
    } catch (IOException broken) {
      throw broken(broken);
    } catch (UncheckedIOException broken) {
      throw broken(broken.getCause() == null ? new IOException(broken) : broken.getCause());
    } finally {
      open.forEach(ObjectStore::close);
    }
  }

  private Stop broken(IOException broken) {
    if (berth.trace()) {
      broken.printStackTrace(berth.around().err());
    }
    return broken instanceof StoreProblem problem
        ? Stop.cloud(problem.message() + "\nmend: " + mend(problem.kind()))
        : Stop.cloud(
            words(broken)
                + "\nmend: check that path, its rights and its room; running it again is safe");
  }

  /** What the user can do about a store's problem. */
  static String mend(StoreProblem.Kind kind) {
    return switch (kind) {
      case ABSENT -> "look at what there is with `berth knowledge log`";
      case DENIED ->
          "log in as somebody who may (`gcloud auth application-default login`), or see"
              + " `berth who-can`";
      case NO_BUCKET ->
          "check its name; a folder you make with `mkdir -p`, the fleet's bucket with `berth up`";
      case UNAVAILABLE -> "run it again in a while; that is safe";
      case FULL -> "make room, then run it again; that is safe";
      case DAMAGED ->
          "take an older snapshot: `berth knowledge drill TEAM/AGENT --at 1d` tries one";
    };
  }

  // Of some failures Java says the path alone, and its class's name the rest.
  private static String words(IOException broken) {
    String message = String.valueOf(broken.getMessage());
    if (broken instanceof FileSystemException file && file.getReason() == null) {
      String kind = file.getClass().getSimpleName().replace("Exception", "");
      return message
          + ": "
          + kind.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT);
    }
    return message;
  }

  /** Refuses a number that an option does not take. */
  static void within(String option, int number, int least, int most) {
    if (number < least || number > most) {
      throw Stop.usage(
          "%s is %d\nmend: write a number from %d to %d".formatted(option, number, least, most));
    }
  }

  KnowledgePlaces places() {
    return places;
  }

  KnowledgeParts parts() {
    return parts;
  }

  /** Opens a store to look into. */
  Repository repository(KnowledgePlace place) throws IOException {
    return new Repository(store(place));
  }

  /** A store to work with. */
  Knowledge knowledge(Repository repository, Progress progress) {
    return new Knowledge(
        repository,
        new Surroundings(
            WRITER, parts.clock(), parts.random(), progress, Surroundings.LARGEST_FILE_BYTES));
  }

  /** Opens a store to work with. */
  Knowledge knowledge(KnowledgePlace place, Progress progress) throws IOException {
    return knowledge(repository(place), progress);
  }

  /** Shows how far a transfer is, until it is closed. */
  TransferView view(String doing) {
    return new TransferView(berth, parts.clock(), doing);
  }

  private ObjectStore store(KnowledgePlace place) throws StoreProblem {
    try {
      ObjectStore store = parts.stores().open(StoreUrl.parse(absolute(place.url())));
      open.add(store);
      return store;
    } catch (WrongStoreUrl wrong) {
      throw Stop.usage(wrong.message() + "\nmend: " + wrong.mend());
    }
  }

  /** A plain path is a folder of this machine. */
  private String absolute(String url) {
    return url.contains(":")
        ? url
        : new StoreUrl.Folder(berth.around().folder().resolve(url).normalize()).text();
  }

  /**
   * The moment or number that an option's text means.
   *
   * @param option such as {@code --at}
   */
  PointInTime point(String option, String text) {
    return PointInTime.parse(text, parts.clock())
        .orElseThrow(
            () ->
                Stop.usage("%s is `%s`\nmend: write %s".formatted(option, text, PointInTime.RULE)));
  }

  /** The snapshot that an option's text means. */
  Snapshot snapshot(KnowledgePlace place, Repository repository, String option, String text)
      throws IOException {
    PointInTime point = point(option, text);
    return point
        .in(repository)
        .orElseThrow(
            () ->
                Stop.refused(
                    "%s of %s\nmend: `berth knowledge log %s` lists those there are"
                        .formatted(point.absent(), place.what(), place.what())));
  }

  /** The newest snapshot; there must be one. */
  Snapshot newest(KnowledgePlace place, Repository repository) throws IOException {
    return repository
        .newest()
        .orElseThrow(
            () ->
                Stop.refused(
                    "there is no snapshot of %s yet\nmend: push one with `berth knowledge push %s`"
                        .formatted(place.what(), place.what())));
  }

  /** Prints facts for people, or the same as JSON. */
  void facts(List<String> text, Object facts) {
    declared.facts(text, facts);
  }

  /**
   * Prints what became of a transfer.
   *
   * @param place what has changed, unless it is the home
   */
  void moved(MovedText.Words words, KnowledgePlace place, Moved moved) {
    moved(words, place.what(), place.what(), place.url(), moved);
  }

  /**
   * Prints what became of a transfer.
   *
   * @param what what was moved, in people's words
   */
  void moved(MovedText.Words words, String what, String agent, String store, Moved moved) {
    facts(MovedText.lines(words, what, moved), MovedFacts.of(words.verb(), agent, store, moved));
  }

  /**
   * What is good to know, for people alone.
   *
   * @param commands to paste, each whole on a line of its own
   */
  void note(String sentences, String... commands) {
    if (berth.format() == Format.TEXT && !berth.quiet()) {
      berth.terminal().note(sentences);
      List.of(commands).forEach(each -> berth.terminal().result("  " + each));
    }
  }
}
