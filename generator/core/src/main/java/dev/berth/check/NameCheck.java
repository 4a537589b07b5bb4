package dev.berth.check;

import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.NameDiagnostic;
import dev.berth.model.Name;
import dev.berth.source.SourceFile;
import dev.berth.source.SourcePoint;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Whether files and folders of one kind have names that are legal wherever they are used. */
final class NameCheck {

  /** Why a name is taken; empty when it is free. */
  interface Reserved extends Function<String, Optional<String>> {}

  /** A team is a namespace; Kubernetes and GKE keep some for themselves. */
  static final Reserved TEAMS =
      folder ->
          folder.equals("default")
              ? Optional.of("every cluster has a namespace of that name")
              : List.of("kube-", "gke-", "gmp-").stream()
                  .filter(folder::startsWith)
                  .findFirst()
                  .map(prefix -> "namespaces starting with " + prefix + " belong to the cluster");

  /** An agent's objects stand beside those Berth and Kubernetes make for its team. */
  static final Reserved AGENTS =
      file ->
          switch (file) {
            case "default" -> Optional.of("every namespace has a ServiceAccount of that name");
            case "default-deny" -> Optional.of("the team's own network policy has that name");
            default -> Optional.empty();
          };

  static final Reserved SOULS = file -> Optional.empty();

  private final String of;
  private final Reserved reserved;

  NameCheck(String of, Reserved reserved) {
    this.of = of;
    this.reserved = reserved;
  }

  /** The last part of a path without its extension. */
  static String stem(SourceFile file, String extension) {
    String path = file.path();
    return path.substring(path.lastIndexOf('/') + 1, path.length() - extension.length());
  }

  Optional<Name> name(String text, SourcePoint at, List<Diagnostic> wrong) {
    Optional<Name> name = Name.parse(text);
    if (name.isEmpty()) {
      wrong.add(new NameDiagnostic.BadFileName(at, text, of, Name.RULE, mended(text)));
    } else {
      reserved
          .apply(text)
          .ifPresent(because -> wrong.add(new NameDiagnostic.ReservedName(at, text, of, because)));
    }
    return name;
  }

  /** The nearest legal name, for the mend. */
  static String mended(String text) {
    String legal =
        text.toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+", "")
            .replaceAll("^(?=[0-9])", "our-");
    String cut = legal.substring(0, Math.min(legal.length(), Name.MOST_CHARACTERS));
    return Name.parse(cut.replaceAll("-+$", "")).map(Name::text).orElse("support");
  }
}
