package dev.berth.deploy.helm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.berth.model.AgentId;
import dev.berth.model.Name;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SoulProperties {

  private static final Pattern SOUL = Pattern.compile("(?m)^  SOUL\\.md: \"(.*)\"$");

  private final HelmTemplate helm = new HelmTemplate(HelmTemplateTest.CHART);

  /** Whatever a soul holds, Helm hands the cluster the bytes that were written. */
  @Property(tries = 60)
  void aSoulReachesTheClusterUnchanged(@ForAll("souls") String soul) throws IOException {
    byte[] bytes = soul.getBytes(StandardCharsets.UTF_8);
    String values =
        Files.readString(HelmTemplateTest.CHART.resolve("ci/agent-values.yaml"))
            .replaceFirst(
                "(?m)^  soul: .*$",
                "  soul: \"" + Base64.getEncoder().encodeToString(bytes) + "\"");
    Matcher written =
        SOUL.matcher(helm.render(new AgentId(new Name("support"), new Name("customer")), values));
    if (!written.find()) {
      throw new AssertionError("no soul");
    }
    assertArrayEquals(bytes, Base64.getDecoder().decode(written.group(1)));
  }

  @Provide
  Arbitrary<String> souls() {
    Arbitrary<String> parts =
        Arbitraries.oneOf(
            Arbitraries.of(
                "{{ .Values.x }}",
                "{{ 7*7 }}",
                "{% raw %}",
                "{{",
                "{{/*",
                "$(HOME)",
                "\r\n",
                "---\n",
                "  indented",
                "\t",
                "\ufeff",
                "\u0000",
                "\u2028",
                "\ud83e\udd9e",
                "trailing  \n",
                "no last newline"),
            Arbitraries.strings().ofMaxLength(20));
    return parts.list().ofMaxSize(8).map(each -> String.join("", each));
  }
}
