package dev.berth.cli;

import java.util.ArrayList;
import java.util.List;

/** Which stacks of one run are done, under way and not begun. */
final class Journal {

  private final List<String> done = new ArrayList<>();
  private final List<String> waiting;
  private final String again;

  /**
   * @param stacks in the order they are worked on
   * @param again the command that goes on from where this run ends
   */
  Journal(List<String> stacks, String again) {
    this.waiting = new ArrayList<>(stacks);
    this.again = again;
  }

  /** The first stack that is not done is done now. */
  synchronized void done() {
    done.add(waiting.remove(0));
  }

  /** What a run that ends now has and has not done. */
  synchronized String ended() {
    StringBuilder text = new StringBuilder();
    if (!done.isEmpty()) {
      text.append("Done: ").append(String.join(", ", done)).append(". ");
    }
    if (!waiting.isEmpty()) {
      text.append("Not finished: ").append(waiting.get(0)).append(". ");
    }
    if (waiting.size() > 1) {
      text.append("Not begun: ")
          .append(String.join(", ", waiting.subList(1, waiting.size())))
          .append(". ");
    }
    return text.append(again).append(" goes on from there.").toString();
  }
}
