package dev.berth.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The roles an agent may be given, and on what: {@code roles.tsv} beside this class. A role that is
 * not in it is refused.
 */
public final class RoleCatalogue {

  /**
   * A role that only uses what it is given on.
   *
   * @param name e.g. {@code roles/pubsub.publisher}
   * @param verb what it lets an agent do, e.g. {@code publish to}
   * @param needs the access its team must have to the folder; empty for other kinds
   */
  public record Role(String name, String verb, Optional<Access> needs) {}

  private static final String TABLE = "roles.tsv";
  private static final RoleCatalogue BUILT_IN = read();

  private final Map<CloudResource.Kind, List<Role>> roles = new EnumMap<>(CloudResource.Kind.class);

  private RoleCatalogue(List<String> lines) {
    for (String line : lines) {
      String[] column = line.split("\t", -1);
      roles
          .computeIfAbsent(
              CloudResource.Kind.of(column[0]).orElseThrow(), kind -> new ArrayList<>())
          .add(new Role(column[1], column[2], Access.of(column[3])));
    }
  }

  /** The catalogue that comes with Berth. */
  public static RoleCatalogue builtIn() {
    return BUILT_IN;
  }

  /** Every role for resources of {@code kind}; the first is what most agents need. */
  public List<Role> on(CloudResource.Kind kind) {
    return List.copyOf(Objects.requireNonNull(roles.get(kind), kind::toString));
  }

  /** Empty for a role that may not be given on resources of {@code kind}. */
  public Optional<Role> role(CloudResource.Kind kind, String name) {
    return on(kind).stream().filter(role -> role.name().equals(name)).findFirst();
  }

  /**
   * The smallest role on a folder that gives {@code access}
   * (https://cloud.google.com/storage/docs/access-control/iam-roles).
   */
  public Role role(Access access) {
    return role(
            CloudResource.Kind.FOLDER,
            access == Access.READ_ONLY ? "roles/storage.objectViewer" : "roles/storage.objectUser")
        .orElseThrow();
  }

  private static RoleCatalogue read() {
    try (InputStream table =
            Objects.requireNonNull(RoleCatalogue.class.getResourceAsStream(TABLE), TABLE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      return new RoleCatalogue(reader.lines().filter(line -> !line.startsWith("#")).toList());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
