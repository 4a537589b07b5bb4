package dev.berth.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The walls between the modules; those inside the core have their own test there. */
class WallsTest {

  private static final int MOST_LINES = 300;

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/test-classes/"))
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("dev.berth");

  private static final String CLI = "dev.berth.cli..";
  private static final String DEPLOY = "dev.berth.deploy..";
  private static final String KNOWLEDGE = "dev.berth.knowledge..";
  private static final String LOCAL = "dev.berth.local..";
  private static final String PROCESS = "dev.berth.knowledge.process..";
  private static final String GOOGLE_STORE = "dev.berth.knowledge.google..";
  private static final String[] STACKS = {
    "dev.berth.resources..", "dev.berth.platform..", "dev.berth.fleet.."
  };

  /** Each module's packages; what is left is the core. */
  private static final Map<String, Integer> LEAST_CLASSES =
      Map.of(
          "dev.berth.cli", 30,
          "dev.berth.deploy", 15,
          "dev.berth.knowledge", 25,
          "dev.berth.local", 5,
          "dev.berth.resources", 30,
          "dev.berth.platform", 3,
          "dev.berth.fleet", 4);

  private static final DescribedPredicate<JavaClass> CORE =
      DescribedPredicate.describe(
          "of the core",
          each -> LEAST_CLASSES.keySet().stream().noneMatch(module -> within(module, each)));

  private static boolean within(String module, JavaClass each) {
    return (each.getPackageName() + ".").startsWith(module + ".");
  }

  @Test
  void theWallsHaveSomethingToJudge() {
    LEAST_CLASSES.forEach(
        (module, least) -> {
          long there = ALL.stream().filter(each -> within(module, each)).count();
          assertTrue(there >= least, () -> module + ": " + there);
        });
    assertTrue(ALL.stream().filter(CORE).count() > 200, () -> ALL.size() + " classes");
    assertTrue(
        ALL.stream().noneMatch(each -> each.getSimpleName().endsWith("Test")), "tests are no part");
  }

  @Test
  void librariesStayInTheirModules() {
    onlyIn("com.pulumi..", STACKS[0], STACKS[1], STACKS[2], DEPLOY);
    onlyIn("picocli..", CLI, PROCESS);
    onlyIn("com.marcnuri.helm..", DEPLOY);
    onlyIn("com.google.auth..", DEPLOY, GOOGLE_STORE);
    onlyIn("com.google.api..", DEPLOY, GOOGLE_STORE);
    onlyIn("com.google.cloud..", GOOGLE_STORE);
    onlyIn("software.amazon..", "dev.berth.knowledge.s3..");
    onlyIn("io.fabric8..", DEPLOY);
  }

  private static void onlyIn(String library, String... rooms) {
    noClasses()
        .that()
        .resideOutsideOfPackages(rooms)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(ALL);
    assertTrue(
        ALL.stream()
            .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
            .anyMatch(each -> each.getTargetClass().getPackageName().startsWith(prefix(library))),
        () -> library + " is used nowhere: is its name right?");
  }

  private static String prefix(String library) {
    return library.substring(0, library.length() - 2);
  }

  @Test
  void nothingImportsTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage(CLI)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(CLI)
        .check(ALL);
  }

  @Test
  void theCoreImportsNoOtherModule() {
    noClasses()
        .that(CORE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(CLI, DEPLOY, KNOWLEDGE, LOCAL, STACKS[0], STACKS[1], STACKS[2])
        .check(ALL);
  }

  @Test
  void knowledgeKnowsNoFleetAndNoneOfItsTools() {
    noClasses()
        .that()
        .resideInAPackage(KNOWLEDGE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(CLI, DEPLOY, LOCAL, STACKS[0], STACKS[1], STACKS[2])
        .check(ALL);
  }

  @Test
  void aLaptopKnowsNoFleetAndNoCloud() {
    noClasses()
        .that()
        .resideInAPackage(LOCAL)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(CLI, DEPLOY, STACKS[0], STACKS[1], STACKS[2])
        .check(ALL);
  }

  @Test
  void stacksAndTheirRunnerDoNotKnowEachOther() {
    noClasses()
        .that()
        .resideInAnyPackage(STACKS)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(DEPLOY)
        .check(ALL);
    noClasses()
        .that()
        .resideInAPackage(DEPLOY)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(STACKS)
        .check(ALL);
  }

  @Test
  void onlyOneClassKnowsTheStreamsOfTheProcess() {
    for (String stream : List.of("in", "out", "err")) {
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(Surroundings.class.getName())
          .should()
          .accessField(System.class, stream)
          .check(ALL);
    }
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Berth.class.getName())
        .and()
        .doNotHaveFullyQualifiedName("dev.berth.knowledge.process.Main")
        .and()
        .doNotHaveFullyQualifiedName("dev.berth.local.supervise.Main")
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(ALL);
  }

  @Test
  void namesSayWhatAClassIs() {
    Pattern empty = Pattern.compile(".*(Util|Utils|Helper|Manager|Impl|Service)");
    ArchRuleDefinition.classes()
        .should(
            new ArchCondition<JavaClass>("not be named for nothing in particular") {
              @Override
              public void check(JavaClass each, ConditionEvents events) {
                // These are about services of Google Cloud.
                boolean ofGoogle =
                    List.of("ApiService", "ProjectService", "RoleOfOtherService")
                        .contains(each.getSimpleName());
                if (empty.matcher(each.getSimpleName()).matches() && !ofGoogle) {
                  events.add(SimpleConditionEvent.violated(each, each.getName()));
                }
              }
            })
        .check(ALL);
  }

  @Test
  void everySourceFileCanBeReadAtOneSitting() throws IOException {
    List<String> tooLong = new ArrayList<>();
    int read = 0;
    for (Path module : modules()) {
      try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          read++;
          try (Stream<String> lines = Files.lines(file)) {
            if (lines.count() > MOST_LINES) {
              tooLong.add(CommandRun.HOME.relativize(file).toString());
            }
          }
        }
      }
    }
    assertEquals(List.of(), tooLong);
    assertTrue(read > 250, "only " + read + " files");
  }

  private static List<Path> modules() throws IOException {
    List<Path> modules = new ArrayList<>();
    for (String above : List.of("generator", "stacks")) {
      try (Stream<Path> folders = Files.list(CommandRun.HOME.resolve(above))) {
        folders.filter(each -> Files.exists(each.resolve("pom.xml"))).forEach(modules::add);
      }
    }
    assertEquals(8, modules.size(), modules::toString);
    return modules;
  }
}
