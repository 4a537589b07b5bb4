package dev.berth.e2e.probe;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a script is asked to try, with addresses on loopback. */
final class Checks {

  private final ObjectNode input = Script.JSON.createObjectNode();

  Checks() {
    input.put("deadlineMillis", 3000).put("attempts", 2).put("pauseMillis", 10);
    for (String service : new String[] {"metadata", "storage", "secretManager"}) {
      input.put(service, "http://127.0.0.1:1");
    }
    input.putArray("checks");
  }

  /** A setting, or the address of a service. */
  Checks with(String key, Object value) {
    input.putPOJO(key, value);
    return this;
  }

  Checks must(String id, String way, Object... at) {
    return add(id, way, true, at);
  }

  Checks mustNot(String id, String way, Object... at) {
    return add(id, way, false, at);
  }

  private Checks add(String id, String way, boolean allowed, Object... at) {
    ObjectNode check = input.withArray("checks").addObject();
    check.put("id", id).put("way", way).put("allowed", allowed);
    for (int each = 0; each < at.length; each += 2) {
      check.putPOJO(at[each].toString(), at[each + 1]);
    }
    return this;
  }

  @Override
  public String toString() {
    return input.toString();
  }
}
