package dev.berth.check;

import dev.berth.declare.Written;
import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.ResourceDiagnostic;
import dev.berth.model.CloudResource;
import dev.berth.model.FolderOwners;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a grant is on one named resource, and on nothing that holds what others have.
 *
 * @param owners of every agent's own folder
 */
record ResourceCheck(FolderOwners owners, List<Diagnostic> wrong) {

  /** Where agents' own folders are. */
  static final String AGENTS = "agents";

  private static final List<String> KINDS =
      Arrays.stream(CloudResource.Kind.values()).map(Object::toString).toList();
  private static final String NAME_ONE = "name the one resource it uses, such as `on: %s`";
  private static final String OWN_FOLDER =
      "remove the grant; an agent's own folder is `own:` under `knowledge:` in its file";

  /** What holds others' things, by the word somebody would write, without a plural's s. */
  private static final Map<String, String> TOO_WIDE =
      Map.of(
          "project", "a project holds what every agent and team has",
          "organization", "an organisation holds every project",
          "organisation", "an organisation holds every project",
          "billingaccount", "a billing account pays for every project",
          "bucket", "a bucket holds every agent's own folder",
          "gs:", "a bucket holds every agent's own folder",
          "serviceaccount", "an agent acts as itself and as nobody else");

  private static final Pattern FULL_NAME =
      Pattern.compile(
          "(?://[^/]+/)?projects/[^/]+/(?:locations/[^/]+/)?"
              + "(topics|subscriptions|secrets|datasets|repositories)/([^/]+)(?:/.*)?");

  /**
   * The resource, if it is one.
   *
   * @param who gets the grant: {@code team/agent}, or something that is no agent
   */
  Optional<CloudResource> check(Written<String> on, String who) {
    Optional<CloudResource> named = CloudResource.parse(on.value());
    if (named.isPresent() && named.get().kind() != CloudResource.Kind.FOLDER) {
      return named;
    }
    Optional<Diagnostic> refused =
        on.value().startsWith("folder/") ? ofFolder(on, who) : Optional.of(refused(on));
    refused.ifPresent(wrong::add);
    return refused.isPresent() ? Optional.empty() : named;
  }

  private static Diagnostic refused(Written<String> on) {
    String text = on.value();
    Matcher full = FULL_NAME.matcher(text);
    if (full.matches()) {
      String kind = full.group(1).replaceFirst("ies$", "y").replaceFirst("s$", "");
      return new ResourceDiagnostic.FullResourceName(
          on.at(), on.width(), text, kind + "/" + full.group(2));
    }
    List<String> words = Arrays.stream(text.split("/")).filter(word -> !word.isEmpty()).toList();
    for (String word : words.subList(0, Math.min(2, words.size()))) {
      String one = word.toLowerCase(Locale.ROOT).replaceAll("[-_]|s$", "");
      if (TOO_WIDE.containsKey(one)) {
        return wide(on, TOO_WIDE.get(one), example(one));
      }
    }
    String first = words.isEmpty() ? "" : words.get(0);
    if (first.equals("folders")) {
      return wide(on, "a folder of the organisation holds projects", "folder/faq");
    }
    return CloudResource.Kind.of(first)
        .<Diagnostic>map(
            kind ->
                new ResourceDiagnostic.BadResourceName(
                    on.at(), on.width(), text, kind.rule(), kind + "/" + legal(kind)))
        .orElseGet(
            () ->
                new ResourceDiagnostic.UnknownResource(
                    on.at(), on.width(), text, last(words), KINDS));
  }

  private Optional<Diagnostic> ofFolder(Written<String> on, String who) {
    String path = on.value().substring("folder/".length());
    Optional<String> opened = owners.opened(path, who);
    if (path.replace("/", "").isEmpty()) {
      return Optional.of(wide(on, "without a name it is the whole bucket", "folder/faq"));
    }
    if (path.matches("[0-9]+")) {
      return Optional.of(wide(on, "a folder of the organisation holds projects", "folder/faq"));
    }
    if (opened.isPresent() || path.matches("/*" + AGENTS + "(/.*)?")) {
      String because =
          opened
              .map(folder -> "it would open " + folder + "/, an agent's own folder")
              .orElse("below agents/ every folder is one agent's own");
      return Optional.of(
          new ResourceDiagnostic.FolderOfAnAgent(
              on.at(), on.width(), on.value(), because, OWN_FOLDER));
    }
    return CloudResource.parse(on.value()).isPresent()
        ? Optional.empty()
        : Optional.of(
            new ResourceDiagnostic.BadResourceName(
                on.at(), on.width(), on.value(), CloudResource.Kind.FOLDER.rule(), "folder/faq"));
  }

  private static Diagnostic wide(Written<String> on, String because, String example) {
    return new ResourceDiagnostic.ResourceTooWide(
        on.at(), on.width(), on.value(), because, NAME_ONE.formatted(example));
  }

  private static String example(String wide) {
    return wide.equals("bucket") || wide.equals("gs:") ? "folder/faq" : "topic/escalations";
  }

  private static String legal(CloudResource.Kind kind) {
    return kind == CloudResource.Kind.DATASET ? "tickets_2026" : "escalations";
  }

  private static String last(List<String> words) {
    return words.size() < 2 ? "escalations" : words.get(words.size() - 1);
  }
}
