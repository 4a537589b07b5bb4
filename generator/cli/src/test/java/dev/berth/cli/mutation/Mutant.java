package dev.berth.cli.mutation;

import dev.berth.model.Origin;
import dev.berth.rules.objects.ObjectSet;
import dev.berth.rules.objects.RenderedObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A copy of what is rendered, to be changed. */
final class Mutant {

  /** Whom the changes are about. */
  static final String AGENT = "customer";

  private final ObjectSet original;
  private boolean hostsOpen;
  private final List<RenderedObject> objects = new ArrayList<>();

  Mutant(ObjectSet original) {
    this.original = original;
    this.hostsOpen = original.hostsOpen();
    for (RenderedObject each : original.objects()) {
      objects.add(with(each, map(copy(each.content())), each.guarded()));
    }
  }

  ObjectSet objects() {
    return new ObjectSet(
        original.namespace(),
        original.identities(),
        original.repositories(),
        hostsOpen,
        List.copyOf(objects));
  }

  private static RenderedObject with(
      RenderedObject object, Map<String, Object> content, boolean guarded) {
    return new RenderedObject(
        object.kind(), object.name(), object.subject(), content, guarded, object.because());
  }

  private static Object copy(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((key, each) -> copy.put(key.toString(), copy(each)));
      return copy;
    }
    return value instanceof List<?> list
        ? new ArrayList<Object>(list.stream().map(Mutant::copy).toList())
        : value;
  }

  @SuppressWarnings("unchecked") // copies are made of nothing else
  static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked") // copies are made of nothing else
  static List<Object> list(Object value) {
    return (List<Object>) value;
  }

  private RenderedObject object(String kind, String start) {
    return objects.stream()
        .filter(each -> each.kind().equals(kind) && each.name().startsWith(start))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " " + start));
  }

  /** The content of the first object of a kind whose name starts so. */
  Map<String, Object> of(String kind, String start) {
    return object(kind, start).content();
  }

  /** What {@code path} leads to, which must be there. A number is a place in a list. */
  static Object at(Object from, String... path) {
    Object at = from;
    for (String step : path) {
      at = at instanceof List<?> list ? list.get(Integer.parseInt(step)) : map(at).get(step);
      if (at == null) {
        throw new AssertionError("nothing at " + step + " of " + String.join(".", path));
      }
    }
    return at;
  }

  /** Removes what {@code path} leads to, which must be there. */
  static void cut(Object from, String... path) {
    at(from, path);
    map(at(from, Arrays.copyOf(path, path.length - 1))).remove(path[path.length - 1]);
  }

  /** Makes what {@code path} leads to {@code value}; the way there must exist. */
  static void put(Object from, Object value, String... path) {
    map(at(from, Arrays.copyOf(path, path.length - 1))).put(path[path.length - 1], copy(value));
  }

  /** As where nobody enforces host names, and a waiver accepts it. */
  void openHosts() {
    hostsOpen = true;
  }

  /** Changes every object of a kind. */
  void each(String kind, Consumer<Map<String, Object>> change) {
    objects.stream()
        .filter(each -> each.kind().equals(kind))
        .map(RenderedObject::content)
        .forEach(change);
  }

  void drop(String kind, String start) {
    objects.remove(object(kind, start));
  }

  /** Adds what nothing rendered yet. */
  void add(String kind, String name, Map<String, Object> content, boolean guarded) {
    add(kind, name, original.namespace(), content, guarded);
  }

  /** Adds what belongs to the agent alone. */
  void addOfAgent(String kind, String name, Map<String, Object> content) {
    add(kind, name, original.namespace() + "/" + AGENT, content, false);
  }

  private void add(
      String kind, String name, String subject, Map<String, Object> content, boolean guarded) {
    objects.add(
        new RenderedObject(kind, name, subject, map(copy(content)), guarded, Origin.BUILT_IN));
  }

  void unguard(String kind, String start) {
    RenderedObject object = object(kind, start);
    objects.set(objects.indexOf(object), with(object, object.content(), false));
  }

  Map<String, Object> workload() {
    return of("StatefulSet", AGENT);
  }

  Map<String, Object> pod() {
    return map(at(workload(), "spec", "template", "spec"));
  }

  Map<String, Object> gateway() {
    return map(at(pod(), "containers", "0"));
  }

  /** An init container by its name. */
  Map<String, Object> init(String name) {
    return named(list(at(pod(), "initContainers")), name);
  }

  Map<String, Object> volume(String name) {
    return named(list(at(pod(), "volumes")), name);
  }

  static Map<String, Object> named(List<Object> list, String name) {
    return list.stream()
        .map(Mutant::map)
        .filter(each -> name.equals(each.get("name")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing is named " + name));
  }

  /** Every container, whenever it runs. */
  List<Map<String, Object>> containers() {
    List<Map<String, Object>> all = new ArrayList<>();
    list(at(pod(), "initContainers")).forEach(each -> all.add(map(each)));
    list(at(pod(), "containers")).forEach(each -> all.add(map(each)));
    return all;
  }
}
