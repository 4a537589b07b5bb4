package dev.berth.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The walls of the core: who may import whom. */
class RoomsTest {

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.berth");

  private static final DescribedPredicate<JavaClass> OF_JAVA =
      JavaClass.Predicates.resideInAPackage("java..");

  /** A room and the rooms it may look into. */
  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.ofEntries(
          entry("source", Set.of()),
          entry("model", Set.of()),
          entry("openclaw", Set.of()),
          entry("diagnose", Set.of("source")),
          entry("gather", Set.of("source")),
          entry("declare", Set.of("source", "diagnose", "model")),
          entry("check", Set.of("source", "diagnose", "declare", "model")),
          entry("plan", Set.of("model")),
          entry("render", Set.of("plan", "model")),
          entry("access", Set.of("model", "plan")),
          entry("rules", Set.of("source", "diagnose", "model", "openclaw", "plan", "render")),
          entry("emit", Set.of("render")));

  @Test
  void theRulesHaveSomethingToJudge() {
    Set<String> rooms =
        ALL.stream()
            .map(each -> each.getPackageName().replaceFirst("^dev\\.berth\\.?", ""))
            // A room may have alcoves: rules.objects is part of rules.
            .map(room -> room.replaceFirst("\\..*", ""))
            .filter(room -> !room.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(MAY_IMPORT.keySet()), rooms);
    assertTrue(ALL.size() > 100, () -> ALL.size() + " classes");
  }

  @Test
  void everyRoomLooksOnlyBack() {
    MAY_IMPORT.forEach(
        (room, allowed) -> {
          String[] forbidden =
              Stream.concat(
                      Stream.of("dev.berth"),
                      MAY_IMPORT.keySet().stream()
                          .filter(other -> !other.equals(room) && !allowed.contains(other))
                          .map(other -> "dev.berth." + other + ".."))
                  .toArray(String[]::new);
          noClasses()
              .that()
              .resideInAPackage("dev.berth." + room + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(forbidden)
              .check(ALL);
        });
  }

  @Test
  void thereIsNoCircleOfRooms() {
    slices().matching("dev.berth.(*)..").should().beFreeOfCycles().check(ALL);
  }

  @Test
  void theCoreTouchesADiskOnlyToGatherToEmitAndToLoadTemplates() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.berth.gather..", "dev.berth.emit..")
        .and()
        .doNotHaveFullyQualifiedName("dev.berth.render.Templates")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.nio.file.Files")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.File")
        .check(ALL);
  }

  @Test
  void theCoreKnowsNoClockNoChanceAndNoEnvironment() {
    for (String method : List.of("now", "currentTimeMillis", "nanoTime", "getenv", "random")) {
      noClasses()
          .should()
          .callMethodWhere(
              JavaCall.Predicates.target(HasName.Predicates.name(method))
                  .and(JavaCall.Predicates.target(HasOwner.Predicates.With.owner(OF_JAVA))))
          .check(ALL);
    }
  }

  @Test
  void librariesStayInTheirRooms() {
    onlyIn("com.hubspot.jinjava..", "dev.berth.render..");
    onlyIn("org.yaml.snakeyaml..", "dev.berth.declare..", "dev.berth.render..");
    onlyIn(
        "com.fasterxml.jackson..",
        "dev.berth.diagnose..",
        "dev.berth.declare..",
        "dev.berth.openclaw..",
        "dev.berth.render..",
        "dev.berth.emit..");
    onlyIn("com.networknt..", "dev.berth.openclaw..");
  }

  private static void onlyIn(String library, String... rooms) {
    noClasses()
        .that()
        .resideOutsideOfPackages(rooms)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(ALL);
  }
}
