package dev.berth.rules.objects;

import dev.berth.diagnose.Severity;
import dev.berth.rules.Rule;

/**
 * One thing every rendered object must be.
 *
 * @param id in kebab case: a contract, which waivers and admission policies use too
 * @param reason one sentence: what goes wrong without it
 * @param source where that is written down, a URL
 * @param mend one imperative sentence for whoever edits the templates
 * @param waivable whether a waiver, which names an agent, can fit what it finds
 */
public record ObjectRule(
    String id,
    Severity severity,
    String reason,
    String source,
    String mend,
    boolean waivable,
    Judge judge)
    implements Rule {

  /** Looks at things and says what it found. */
  @FunctionalInterface
  public interface Judge {
    void judge(ObjectSet set, Found found);
  }

  /** Takes what a rule found: in which object, in which field, and what is wrong there. */
  @FunctionalInterface
  public interface Found {
    void at(RenderedObject object, Field field, String what);
  }

  static ObjectRule error(String id, String reason, String source, String mend, Judge judge) {
    return new ObjectRule(id, Severity.ERROR, reason, source, mend, true, judge);
  }

  /** The same for things that are no agent's: nobody answers for them with an agent's name. */
  ObjectRule binding() {
    return new ObjectRule(id, severity, reason, source, mend, false, judge);
  }

  /** For something that is asked of every pod by itself: an admission policy can ask it too. */
  @FunctionalInterface
  interface PodJudge {
    void judge(Pod pod, PodFound found);
  }

  /** Takes what is wrong in a pod. */
  @FunctionalInterface
  interface PodFound {
    void at(Field field, String what);
  }

  static ObjectRule ofPods(String id, String reason, String source, String mend, PodJudge judge) {
    return error(
        id,
        reason,
        source,
        mend,
        (set, found) ->
            set.pods()
                .forEach(
                    pod -> judge.judge(pod, (field, what) -> found.at(pod.owner(), field, what))));
  }
}
