package dev.berth.knowledge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
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
          .importPackages("dev.berth.knowledge");

  /** A room and the rooms it may look into. */
  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.of(
          "store", Set.of(),
          "google", Set.of("store"),
          "s3", Set.of("store"),
          "crossing", Set.of(),
          "snapshot", Set.of("store", "crossing"),
          "work", Set.of("store", "crossing", "snapshot"),
          "process", Set.of("store", "crossing", "snapshot", "work"));

  @Test
  void theRulesHaveSomethingToJudge() {
    Set<String> rooms =
        ALL.stream()
            .map(each -> each.getPackageName().replaceFirst("^dev\\.berth\\.knowledge\\.?", ""))
            .map(room -> room.replaceFirst("\\..*", ""))
            .filter(room -> !room.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(MAY_IMPORT.keySet().containsAll(rooms), rooms::toString);
    assertTrue(rooms.containsAll(Set.of("store", "google", "s3")), rooms::toString);
    assertTrue(ALL.size() > 30, () -> ALL.size() + " classes");
  }

  @Test
  void everyRoomLooksOnlyBack() {
    MAY_IMPORT.forEach(
        (room, allowed) ->
            noClasses()
                .that()
                .resideInAPackage("dev.berth.knowledge." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                    MAY_IMPORT.keySet().stream()
                        .filter(other -> !other.equals(room) && !allowed.contains(other))
                        .map(other -> "dev.berth.knowledge." + other + "..")
                        .toArray(String[]::new))
                .allowEmptyShould(true)
                .check(ALL));
  }

  @Test
  void onlyTheProcessOpensStoresByTheirAddress() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.berth.knowledge", "dev.berth.knowledge.process..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.berth.knowledge")
        .check(ALL);
  }

  @Test
  void librariesStayInTheirRooms() {
    Map<String, List<String>> rooms =
        Map.of(
            "com.google.cloud..", List.of("google"),
            "com.google.auth..", List.of("google"),
            "com.google.api..", List.of("google"),
            "software.amazon..", List.of("s3"),
            "picocli..", List.of("process"));
    rooms.forEach(
        (library, allowed) ->
            noClasses()
                .that()
                .resideOutsideOfPackages(
                    allowed.stream()
                        .map(room -> "dev.berth.knowledge." + room + "..")
                        .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(ALL));
  }
}
