package dev.berth.openclaw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.openclaw.WorkspaceBudget.Share;
import dev.berth.openclaw.WorkspaceBudget.State;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkspaceBudgetTest {

  @ParameterizedTest
  @CsvSource({
    "SOUL.md,17999,WHOLE,0",
    "SOUL.md,18000,NEAR,0",
    "SOUL.md,20000,NEAR,0",
    "SOUL.md,20001,CUT,1",
    "USER.md,3599,WHOLE,0",
    "USER.md,3600,NEAR,0",
    "USER.md,4001,CUT,1",
  })
  void aFileHasALimitOfItsOwn(String name, int characters, State state, int lost) {
    Share share = shares(file(name, characters)).get(0);
    assertEquals(state, share.state());
    assertEquals(lost, share.lost());
  }

  @Test
  void filesStandInOpenClawsOrderAndShareTheirRoom() {
    List<Share> shares =
        shares(
            file("MEMORY.md", 100),
            file("USER.md", 3000),
            file("IDENTITY.md", 19_000),
            file("SOUL.md", 19_000),
            file("AGENTS.md", 20_000));
    assertEquals(
        List.of("AGENTS.md", "SOUL.md", "IDENTITY.md", "USER.md", "MEMORY.md"),
        shares.stream().map(share -> share.file().name()).toList());
    assertEquals(new Share(file("USER.md", 3000), 2000, State.CUT), shares.get(3));
    assertEquals(State.LEFT_OUT, shares.get(4).state());
    assertTrue(WorkspaceBudget.DEFAULT.nearlyFull(shares));
  }

  @Test
  void aFileThatIsMissingTakesRoomToo() {
    WorkspaceBudget small = new WorkspaceBudget(1000, 1000);
    List<Share> shares = small.shares(List.of(file("SOUL.md", 1000)), "/work");
    assertEquals(1000 - "[MISSING] Expected at: /work/AGENTS.md".length(), shares.get(0).limit());
  }

  @Test
  void moreThanTwoMebibytesAreNotRead() {
    Share share = shares(new WorkspaceFile("SOUL.md", 5, 2 * 1024 * 1024 + 1)).get(0);
    assertEquals(State.UNREAD, share.state());
    assertTrue(share.over());
    assertFalse(shares(new WorkspaceFile("SOUL.md", 5, 2 * 1024 * 1024)).get(0).over());
  }

  /**
   * One emoji is two units; white space at the end counts for nothing, a byte order mark is some.
   */
  @ParameterizedTest
  @CsvSource({"abc,3", "'abc \n\t\n',3", "😀,2", "ä,1", "abc\uFEFF\u00A0\u2028,3", "'',0"})
  void charactersAreJavaScripts(String text, int characters) {
    assertEquals(
        characters,
        WorkspaceFile.of("SOUL.md", text.getBytes(StandardCharsets.UTF_8)).characters());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|20000|60000",
        "{'agents':{'defaults':{'bootstrapMaxChars':5}}}|5|60000",
        "{'agents':{'defaults':{'bootstrapMaxChars':70000}}}|70000|70000",
        "{'agents':{'defaults':{'bootstrapMaxChars':5,'bootstrapTotalMaxChars':6},'entries':{'a':{'bootstrapMaxChars':7}}}}|7|6",
      })
  void theConfigurationSaysWhatTheLimitsAre(String configuration, int file, int total) {
    assertEquals(
        new WorkspaceBudget(file, total),
        WorkspaceBudget.of(configuration.replace('\'', '"'), "a"));
  }

  private static WorkspaceFile file(String name, int characters) {
    return new WorkspaceFile(name, characters, characters);
  }

  private static List<Share> shares(WorkspaceFile... files) {
    return WorkspaceBudget.DEFAULT.shares(Arrays.asList(files), "/var/lib/openclaw/workspace");
  }
}
