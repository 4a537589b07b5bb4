package dev.berth.e2e.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A change somebody makes by hand, and what the cluster must answer.
 *
 * @param rule the id the refusal starts with; empty for a change that must pass
 */
record Edit(String what, String rule, Consumer<ObjectNode> change) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A change that must be refused by {@code rule}. */
  static Edit refused(String rule, String what, Consumer<ObjectNode> change) {
    return new Edit(what, rule, change);
  }

  /** A change that must pass. */
  static Edit passed(String what, Consumer<ObjectNode> change) {
    return new Edit(what, "", change);
  }

  /** A changed copy of {@code object}. */
  KubernetesObject of(KubernetesObject object) {
    ObjectNode tree = object.tree();
    change.accept(tree);
    return KubernetesObject.of(tree.toString());
  }

  /** The pod a workload makes. */
  static ObjectNode pod(ObjectNode workload) {
    return workload.withObject("/spec/template/spec");
  }

  /** The container that runs OpenClaw. */
  static ObjectNode gateway(ObjectNode workload) {
    return (ObjectNode) pod(workload).withArray("/containers").get(0);
  }

  /** The container that ends before OpenClaw starts. */
  static ObjectNode prepare(ObjectNode workload) {
    return (ObjectNode) pod(workload).withArray("/initContainers").get(0);
  }

  /** Of every container, whenever it runs. */
  static Stream<String> images(ObjectNode workload) {
    return Stream.of("/initContainers", "/containers")
        .flatMap(each -> StreamSupport.stream(pod(workload).withArray(each).spliterator(), false))
        .map(each -> each.path("image").asText());
  }

  /** Adds an element, written as JSON, to the list at a path. */
  static void add(ObjectNode to, String path, String element) {
    try {
      to.withArray(path).add(JSON.readTree(element));
    } catch (IOException wrong) {
      throw new UncheckedIOException(element, wrong);
    }
  }

  /** The element of a list that {@code text}, as JSON, is. */
  static ObjectNode object(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (IOException wrong) {
      throw new UncheckedIOException(text, wrong);
    }
  }
}
