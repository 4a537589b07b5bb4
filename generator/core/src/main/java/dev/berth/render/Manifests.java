package dev.berth.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Helm prints, read back as the objects a cluster would be given. */
public final class Manifests {

  private Manifests() {}

  /** The objects of a stream of YAML documents, in order; empty documents are none. */
  public static List<Map<String, Object>> parse(String documents) {
    List<Map<String, Object>> objects = new ArrayList<>();
    for (Object each : YamlParser.parseAll(documents)) {
      if (each instanceof Map<?, ?> map) {
        Map<String, Object> object = new LinkedHashMap<>();
        map.forEach((key, value) -> object.put(key.toString(), value));
        objects.add(object);
      }
    }
    return objects;
  }
}
