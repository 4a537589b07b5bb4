package dev.berth.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.berth.diagnose.Finding;
import dev.berth.diagnose.Severity;
import dev.berth.model.HostName;
import dev.berth.model.Origin;
import dev.berth.rules.objects.ObjectRules;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulePackTest {

  @Test
  void everyRuleThereIsIsInThePack() {
    Set<String> written =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.berth.rules")
                .stream()
                .filter(each -> each.isAssignableTo(Rule.class) && !each.isInterface())
                .map(each -> each.getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
    Set<String> packed =
        RulePack.builtIn().rules().stream()
            .map(rule -> rule.getClass().getSimpleName())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(written, packed);
    assertTrue(packed.size() >= 14, packed::toString);
  }

  @Test
  void everyRuleSaysWhyInOneSentenceAndWhereThatIsWritten() {
    for (Rule rule : RulePack.builtIn().rules()) {
      assertTrue(rule.id().matches("[a-z]+(-[a-z]+)*"), rule::id);
      assertTrue(rule.reason().matches("[a-z].{20,170}[^.]"), rule::reason);
      assertTrue(rule.source().matches("https://\\S+"), rule::source);
    }
  }

  @Test
  void aRuleCanBeWaivedOrNot() {
    RulePack rules = RulePack.builtIn();
    Set<String> ofFleets = new TreeSet<>(rules.binding());
    ObjectRules.all().forEach(each -> ofFleets.remove(each.id()));
    assertEquals(
        Set.of(
            "environments-share-identities",
            "knowledge-not-carried",
            "openclaw-refuses",
            "openclaw-unchecked",
            "openclaw-warns",
            "soul-budget",
            "waiver-expired",
            "waiver-unused"),
        ofFleets);
    assertTrue(rules.waivable().contains("lethal-trio"));
    assertEquals(rules.rules().size(), rules.binding().size() + rules.waivable().size());
  }

  private static Finding found(Severity severity, int line, String subject, String what) {
    return new LethalTrio().finding(severity, new Origin("a.yaml", line), subject, what, "mend");
  }

  @Test
  void oneThingFoundTwiceIsToldOnceByItsGreaterWeight() {
    Finding note = found(Severity.NOTE, 1, "a/b", "it is so");
    Finding error = found(Severity.ERROR, 1, "a/b", "it is so");
    assertEquals(List.of(error), RulePack.worst(List.of(note, error)));
    assertEquals(List.of(error), RulePack.worst(List.of(error, note)));
  }

  @Test
  void whatDiffersInPlaceSubjectOrSentenceIsToldEachAndErrorsFirst() {
    Finding note = found(Severity.NOTE, 1, "a/b", "it is so");
    Finding line = found(Severity.WARNING, 2, "a/b", "it is so");
    Finding subject = found(Severity.ERROR, 1, "a/c", "it is so");
    Finding what = found(Severity.ERROR, 3, "a/b", "it is not so");
    Finding said = found(Severity.ERROR, 3, "a/b", "it is said otherwise");
    assertEquals(
        List.of(subject, what, said, line, note),
        RulePack.worst(List.of(note, line, subject, what, said)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api.github.com",
        "abc.ngrok.io",
        "a.b.ngrok.io",
        "s3.eu-west-1.amazonaws.com",
        "webhook.site"
      })
  void anybodyCanReceiveDataThere(String host) {
    assertTrue(OpenHosts.builtIn().of(new HostName(host)).isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "notgithub.com",
        "apixgithub.com",
        "ngrok.io",
        "ours.s3.amazonaws.com",
        "api.zendesk.com"
      })
  void thereOnlyItsOwnerCan(String host) {
    assertFalse(OpenHosts.builtIn().of(new HostName(host)).isPresent());
  }

  @Test
  void theTableIsSortedAndSaysWhyAndWhere() {
    List<OpenHosts.OpenHost> all = OpenHosts.builtIn().all();
    List<String> hosts = all.stream().map(OpenHosts.OpenHost::host).toList();
    assertEquals(hosts.stream().distinct().sorted().toList(), hosts);
    assertTrue(hosts.size() > 25, hosts::toString);
    all.forEach(
        each -> {
          assertTrue(each.why().matches("(a|anybody) ?.{5,60}[^.]|anybody's .{5,60}"), each::why);
          assertTrue(each.source().startsWith("https://"), each::source);
        });
  }
}
