package dev.berth.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoleCatalogueTest {

  /** Ends of roles that may change a policy, or hand out an identity. */
  private static final List<String> TOO_MUCH = List.of("admin", "owner", "creator", "user");

  private final RoleCatalogue catalogue = RoleCatalogue.builtIn();

  @ParameterizedTest
  @EnumSource(CloudResource.Kind.class)
  void everyKindHasRolesOfOneServiceEachInItsOwnWords(CloudResource.Kind kind) {
    Set<String> services = new HashSet<>();
    Set<String> verbs = new HashSet<>();
    for (RoleCatalogue.Role role : catalogue.on(kind)) {
      services.add(role.name().substring(0, role.name().indexOf('.')));
      assertTrue(verbs.add(role.verb()), role.verb());
    }
    assertEquals(1, services.size(), services::toString);
  }

  @ParameterizedTest
  @EnumSource(CloudResource.Kind.class)
  void noneOfThemAdministers(CloudResource.Kind kind) {
    // Objects are created and used in a folder; nothing else of that name is.
    for (RoleCatalogue.Role role : catalogue.on(kind)) {
      String name = role.name().replaceFirst("objectCreator$|objectUser$", "");
      assertTrue(TOO_MUCH.stream().noneMatch(name.toLowerCase(Locale.ROOT)::endsWith), role::name);
    }
  }

  @ParameterizedTest
  @EnumSource(CloudResource.Kind.class)
  void onlyFoldersHaveATeamsAccessToKeepWithin(CloudResource.Kind kind) {
    for (RoleCatalogue.Role role : catalogue.on(kind)) {
      assertEquals(kind == CloudResource.Kind.FOLDER, role.needs().isPresent(), role::name);
    }
  }

  @ParameterizedTest
  @EnumSource(Access.class)
  void theRoleOfAnAccessNeedsThatAccess(Access access) {
    assertEquals(Optional.of(access), catalogue.role(access).needs());
    assertFalse(
        catalogue.role(CloudResource.Kind.TOPIC, catalogue.role(access).name()).isPresent());
  }
}
