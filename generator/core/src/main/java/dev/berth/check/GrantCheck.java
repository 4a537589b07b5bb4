package dev.berth.check;

import dev.berth.declare.GrantDeclaration;
import dev.berth.declare.Named;
import dev.berth.declare.Written;
import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.GrantDiagnostic;
import dev.berth.model.Access;
import dev.berth.model.CloudResource;
import dev.berth.model.Declared;
import dev.berth.model.FolderOwners;
import dev.berth.model.IamGrant;
import dev.berth.model.Name;
import dev.berth.model.RoleCatalogue;
import dev.berth.source.SourcePoint;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether each grant is a small role on one named resource, given once and not over yet. */
final class GrantCheck {

  private static final String FOLDER = "folder/";

  private final LocalDate today;
  private final ResourceCheck resources;
  private final RoleCheck roles;
  private final List<Diagnostic> wrong;

  /**
   * @param today the day grants are judged on, in UTC
   */
  GrantCheck(LocalDate today, FolderOwners owners, List<Diagnostic> wrong) {
    this.today = today;
    this.resources = new ResourceCheck(owners, wrong);
    this.roles = new RoleCheck(wrong);
    this.wrong = wrong;
  }

  /**
   * @param folders what is granted on shared folders besides
   * @param who gets the grants: {@code team/agent}, or something that is no agent
   */
  void check(
      List<GrantDeclaration> grants, List<Named<Name, Written<Access>>> folders, String who) {
    for (GrantDeclaration grant : grants) {
      resources.check(grant.on(), who).ifPresent(on -> roles.check(grant.role(), on));
      grant
          .until()
          .filter(last -> last.value().isBefore(today))
          .ifPresent(
              last ->
                  wrong.add(
                      new GrantDiagnostic.GrantExpired(
                          last.at(),
                          last.width(),
                          grant.role().value(),
                          grant.on().value(),
                          last.value().toString(),
                          today.toString())));
    }
    once(grants, folders);
  }

  /** Two grants of one role on one resource would be one binding, and the first to go ends it. */
  private void once(List<GrantDeclaration> grants, List<Named<Name, Written<Access>>> folders) {
    Map<String, Integer> lines = new HashMap<>();
    for (Named<Name, Written<Access>> folder : folders) {
      String role = RoleCatalogue.builtIn().role(folder.value().value()).name();
      lines.put(role + " on " + FOLDER + folder.name().value(), folder.name().at().line());
    }
    for (GrantDeclaration grant : grants) {
      Written<String> role = grant.role();
      String on = grant.on().value();
      Optional.ofNullable(lines.putIfAbsent(role.value() + " on " + on, role.at().line()))
          .ifPresent(
              first ->
                  wrong.add(
                      new GrantDiagnostic.GrantTwice(
                          role.at(), role.width(), role.value(), on, first)));
    }
  }

  /** The access to shared folders that roles on them take: a grant is no way around a team's. */
  static List<Named<Name, Written<Access>>> folders(List<GrantDeclaration> grants) {
    return grants.stream().flatMap(GrantCheck::folder).toList();
  }

  private static Stream<Named<Name, Written<Access>>> folder(GrantDeclaration grant) {
    Written<String> on = grant.on();
    Written<String> role = grant.role();
    Optional<Access> needed =
        RoleCatalogue.builtIn()
            .role(CloudResource.Kind.FOLDER, role.value())
            .flatMap(RoleCatalogue.Role::needs);
    return CloudResource.parse(on.value())
        .filter(each -> each.kind() == CloudResource.Kind.FOLDER && needed.isPresent())
        // Of these nobody can be given any: ResourceCheck says so.
        .filter(each -> !each.name().equals(ResourceCheck.AGENTS))
        .map(
            each ->
                new Named<>(
                    new Written<>(new Name(each.name()), behindKind(on), each.name().length()),
                    new Written<>(needed.orElseThrow(), role.at(), role.width())))
        .stream();
  }

  /** Where the name stands in {@code folder/faq}, which may be quoted. */
  private static SourcePoint behindKind(Written<String> on) {
    int quote = on.width() > on.value().length() ? 1 : 0;
    return new SourcePoint(
        on.at().file(), on.at().line(), on.at().column() + quote + FOLDER.length());
  }

  /** As far as they are on one named resource. */
  static List<Declared<IamGrant>> grants(List<GrantDeclaration> written) {
    return written.stream().flatMap(grant -> grant(grant).stream()).toList();
  }

  private static Optional<Declared<IamGrant>> grant(GrantDeclaration written) {
    return CloudResource.parse(written.on().value())
        .map(
            on ->
                new Declared<>(
                    new IamGrant(
                        written.role().value(),
                        on,
                        written.why().value(),
                        written.until().map(Written::value)),
                    written.role().origin()));
  }
}
