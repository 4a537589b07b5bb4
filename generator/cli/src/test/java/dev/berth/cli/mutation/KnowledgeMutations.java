package dev.berth.cli.mutation;

import static dev.berth.cli.mutation.Mutation.unseen;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** When what carries knowledge runs, and what it can see: no scanner asks. */
final class KnowledgeMutations {

  private static final String RULE = "knowledge-sidecar";
  private static final String PULL = "knowledge-pull";
  private static final String PUSH = "knowledge-push";
  private static final String HOME = "/var/lib/openclaw";

  private KnowledgeMutations() {}

  static List<Mutation> all() {
    return Stream.of(order(), pull(), push(), gateway()).flatMap(List::stream).toList();
  }

  private static List<Mutation> order() {
    return List.of(
        knowledge("pushed before it is pulled", it -> Collections.swap(init(it), 1, 2)),
        knowledge("pulled before what it mounts is there", it -> Collections.swap(init(it), 0, 1)),
        knowledge("pulled by nobody", it -> init(it).remove(1)),
        knowledge("pulled for ever", it -> it.init(PULL).put("restartPolicy", "Always")),
        knowledge("pushed once", it -> it.init(PUSH).remove("restartPolicy")),
        knowledge("something else in between", it -> init(it).add(2, Map.of("name", "more"))));
  }

  private static List<Mutation> pull() {
    return List.of(
        knowledge(
            "pull sees keys", it -> mount(it.init(PULL), "/run/openclaw/soul").remove("subPath")),
        knowledge(
            "pull sees keys of another name",
            it -> mount(it.init(PULL), "/run/openclaw/soul").put("subPath", "keys")),
        knowledge(
            "pull may write the soul",
            it -> mount(it.init(PULL), "/run/openclaw/soul").remove("readOnly")),
        knowledge(
            "pull mounts what a variable says",
            it -> mount(it.init(PULL), HOME).put("subPathExpr", "$(A)")));
  }

  private static List<Mutation> push() {
    return List.of(
        knowledge("push sees all of the disk", it -> mounts(it.init(PUSH)).add(disk())),
        knowledge(
            "push sees state and sessions",
            it -> mount(it.init(PUSH), HOME + "/workspace").put("subPath", "state")),
        knowledge(
            "push sees keys", it -> mount(it.init(PUSH), "/run/openclaw/config").remove("subPath")),
        knowledge(
            "push may write the soul",
            it -> mount(it.init(PUSH), "/run/openclaw/soul").put("readOnly", false)));
  }

  private static List<Mutation> gateway() {
    return List.of(
        knowledge(
            "the agent may write its soul",
            it -> mount(it.gateway(), HOME + "/workspace/SOUL.md").remove("readOnly")),
        knowledge(
            "the agent may write shared folders",
            it -> mount(it.gateway(), HOME + "/workspace/shared").remove("readOnly")),
        knowledge(
            "the agent may write shared folders where they come from",
            it -> mount(it.gateway(), HOME + "/shared").remove("readOnly")),
        knowledge(
            "the agent may write what the sidecar remembers",
            it -> mount(it.gateway(), HOME + "/.knowledge").remove("readOnly")));
  }

  private static Mutation knowledge(String what, Consumer<Mutant> change) {
    return unseen("knowledge: " + what, RULE, change);
  }

  private static List<Object> init(Mutant mutant) {
    return Mutant.list(Mutant.at(mutant.pod(), "initContainers"));
  }

  private static Map<String, Object> disk() {
    return Map.of("name", "state", "mountPath", HOME);
  }

  private static List<Object> mounts(Map<String, Object> container) {
    return Mutant.list(Mutant.at(container, "volumeMounts"));
  }

  private static Map<String, Object> mount(Map<String, Object> container, String path) {
    return mounts(container).stream()
        .map(Mutant::map)
        .filter(each -> path.equals(each.get("mountPath")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing is mounted at " + path));
  }
}
