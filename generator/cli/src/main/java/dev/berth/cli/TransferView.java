package dev.berth.cli;

import dev.berth.cli.knowledge.Size;
import dev.berth.knowledge.work.Progress;
import java.time.Clock;

/**
 * Shows how far a transfer is: one line that changes on a terminal, and nothing otherwise, where
 * its beginning and its end are said.
 */
final class TransferView implements Progress, AutoCloseable {

  private static final String REWRITE = "\r\u001b[2K";

  /** How often a line changes, at most: as fast as people read numbers. */
  private static final long MILLISECONDS_A_DRAW = 200;

  private final Berth berth;
  private final String doing;
  private final Clock clock;
  private final boolean live;
  private final long started;
  private final Interruption interruption;
  private long files;
  private long bytes;
  private long drawn;

  /**
   * @param doing such as {@code Pushing support/customer}
   */
  TransferView(Berth berth, Clock clock, String doing) {
    this.berth = berth;
    this.doing = doing;
    this.clock = clock;
    this.started = clock.millis();
    boolean text = berth.format() == Format.TEXT && !berth.quiet();
    this.live = text && berth.around().terminal();
    this.interruption =
        Interruption.watched(
            () ->
                berth
                    .terminal()
                    .complaint("\nInterrupted. Nothing is half done; run it again to go on."));
    if (text && !live) {
      berth.terminal().note(doing + " ...");
      berth.around().out().flush();
    }
  }

  @Override
  public synchronized void moved(long moreFiles, long moreBytes) {
    files += moreFiles;
    bytes += moreBytes;
    long now = clock.millis();
    if (live && (drawn == 0 || now - drawn >= MILLISECONDS_A_DRAW)) {
      drawn = now;
      long seconds = (now - started) / 1000;
      draw(
          "%s%s  %s  %s  %d:%02d"
              .formatted(
                  REWRITE, doing, Size.files(files), Size.of(bytes), seconds / 60, seconds % 60));
    }
  }

  private void draw(String text) {
    berth.around().out().print(text);
    berth.around().out().flush();
  }

  @Override
  public synchronized void close() {
    interruption.over();
    if (live && drawn > 0) {
      draw(REWRITE);
    }
  }
}
