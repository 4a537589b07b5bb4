package dev.berth.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.Fleets;
import dev.berth.diagnose.Diagnostic;
import dev.berth.model.Name;
import dev.berth.source.SourceFile;
import dev.berth.source.Sources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

class FleetReaderProperties {

  private static final List<String> TEXTS =
      List.of(
          "",
          "x: 1\n",
          "soul: nobody\n",
          "limits: { cpu: 2, memory: 3Gi }\n",
          "knowledge: { faq: read-write }\n",
          "owner: a@example.com\nquota: { cpu: 1, memory: 1Gi, agents: 1 }\n");

  /** Two machines list a folder differently; neither may see another report. */
  @Property(tries = 100)
  void theOrderOfFilesDoesNotMatter(@ForAll Random random) {
    List<SourceFile> files = new ArrayList<>();
    for (String team : List.of("a", "b", "B", "default")) {
      for (String file : List.of("team", "one", "One", "two")) {
        String text = TEXTS.get(1 + random.nextInt(TEXTS.size() - 1));
        files.add(SourceFile.of("agents/" + team + "/" + file + ".yaml", text));
      }
    }
    List<Diagnostic> first =
        Fleets.reader().read(Sources.of(files), LocalDate.of(2026, 11, 21)).diagnostics();
    Collections.shuffle(files, random);
    assertEquals(
        first, Fleets.reader().read(Sources.of(files), LocalDate.of(2026, 11, 21)).diagnostics());
    assertEquals(first.stream().sorted(Diagnostic.ORDER).distinct().toList(), first);
  }

  /** A legal name is a label, a namespace, a Service, a StatefulSet and a Helm release. */
  @Property
  void aLegalNameIsLegalEverywhere(
      @ForAll @AlphaChars @NumericChars @Chars('-') @StringLength(max = 60) String text) {
    Name.parse(text)
        .ifPresent(
            name -> {
              assertTrue(name.text().matches("[a-z]([-a-z0-9]*[a-z0-9])?"), text);
              assertTrue(name.text().length() <= 52, text);
            });
  }

  /** What a mend proposes passes. */
  @Property
  void theNameAMendProposesIsLegal(@ForAll @StringLength(max = 80) String text) {
    assertTrue(Name.parse(NameCheck.mended(text)).isPresent(), text);
  }
}
