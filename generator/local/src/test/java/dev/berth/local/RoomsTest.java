package dev.berth.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The walls of this module: who may import whom. */
class RoomsTest {

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.berth.local");

  /** A room and the rooms it may look into. */
  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.of(
          "place", Set.of(),
          "control", Set.of(),
          "install", Set.of("place"),
          "gateway", Set.of("place"),
          "judge", Set.of("place", "gateway"),
          "echo", Set.of(),
          "supervise", Set.of("place", "control", "gateway", "echo"));

  @Test
  void theRulesHaveSomethingToJudge() {
    Set<String> rooms =
        ALL.stream()
            .map(each -> each.getPackageName().replaceFirst("^dev\\.berth\\.local\\.?", ""))
            .map(room -> room.replaceFirst("\\..*", ""))
            .filter(room -> !room.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(MAY_IMPORT.keySet().containsAll(rooms), rooms::toString);
    assertTrue(rooms.containsAll(Set.of("place", "control")), rooms::toString);
    assertTrue(ALL.size() > 5, () -> ALL.size() + " classes");
  }

  @Test
  void everyRoomLooksOnlyBack() {
    MAY_IMPORT.forEach(
        (room, allowed) ->
            noClasses()
                .that()
                .resideInAPackage("dev.berth.local." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                    MAY_IMPORT.keySet().stream()
                        .filter(other -> !other.equals(room) && !allowed.contains(other))
                        .map(other -> "dev.berth.local." + other + "..")
                        .toArray(String[]::new))
                .allowEmptyShould(true)
                .check(ALL));
  }

  @Test
  void onlyTheSupervisorMovesKnowledge() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.berth.local.supervise..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.berth.knowledge..")
        .check(ALL);
  }
}
