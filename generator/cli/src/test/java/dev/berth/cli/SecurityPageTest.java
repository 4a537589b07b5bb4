package dev.berth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every claim of docs/security.md names tests or golden cases, and these exist. */
class SecurityPageTest {

  private static final String PROTECTED = "## What holds, and what proves it";
  private static final String NOT_PROTECTED = "## What is not protected";
  private static final Pattern PROOF = Pattern.compile("`([A-Z][A-Za-z]+)\\.([a-z][A-Za-z]+)`");

  private static final Pattern CASE = Pattern.compile("\\bcase `([a-z-]+)`");

  @Test
  void everyClaimNamesATestThatExists() throws IOException {
    Map<String, String> tests = tests();
    List<String> wrong = new ArrayList<>();
    List<String> claims = points(PROTECTED);
    for (String claim : claims) {
      String said = claim.substring(Math.max(0, claim.indexOf("Proof:")));
      Matcher proof = PROOF.matcher(said);
      int proofs = 0;
      while (proof.find()) {
        proofs++;
        String source = tests.getOrDefault(proof.group(1), "");
        if (!Pattern.compile("\\b" + proof.group(2) + "\\(").matcher(source).find()) {
          wrong.add("no test " + proof.group());
        }
      }
      Matcher shown = CASE.matcher(said);
      while (shown.find()) {
        proofs++;
        if (!Files.isDirectory(GoldenCase.ALL.resolve(shown.group(1)))) {
          wrong.add("no case " + shown.group(1));
        }
      }
      if (proofs == 0 || !claim.contains("Proof:")) {
        wrong.add("no proof: " + claim);
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(claims.size() > 20, () -> claims.size() + " claims");
  }

  @Test
  void whatIsNotProtectedIsSaid() throws IOException {
    assertTrue(points(NOT_PROTECTED).size() > 10);
  }

  /** The points of one section, each on one line. */
  private static List<String> points(String section) throws IOException {
    String page = Files.readString(CommandRun.HOME.resolve("docs/security.md"));
    int start = page.indexOf(section + "\n");
    assertTrue(start >= 0, section);
    int end = page.indexOf("\n## ", start + section.length());
    List<String> points = new ArrayList<>();
    for (String line : page.substring(start, end < 0 ? page.length() : end).split("\n", -1)) {
      if (line.startsWith("- ")) {
        points.add(line.substring(2));
      } else if (line.startsWith("  ") && !points.isEmpty()) {
        points.set(points.size() - 1, points.get(points.size() - 1) + " " + line.strip());
      }
    }
    return points;
  }

  /** The sources of every test class of the checkout, by its name. */
  private static Map<String, String> tests() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    for (String module :
        List.of(
            "generator/core",
            "generator/deploy",
            "generator/cli",
            "stacks/resources",
            "stacks/platform",
            "stacks/fleet",
            "scripts/e2e")) {
      try (Stream<Path> files =
          Files.walk(CommandRun.HOME.resolve(module).resolve("src/test/java"))) {
        for (Path file : (Iterable<Path>) files::iterator) {
          String name = file.getFileName().toString();
          if (name.endsWith(".java")) {
            sources.put(name.substring(0, name.length() - 5), Files.readString(file));
          }
        }
      }
    }
    return sources;
  }
}
