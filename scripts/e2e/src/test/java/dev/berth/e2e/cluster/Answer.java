package dev.berth.e2e.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What the API server said.
 *
 * @param status the HTTP status
 * @param warnings the texts of its Warning headers, such as Pod Security's
 * @param body the object, the list, or a Status with the reason of a refusal
 */
public record Answer(int status, List<String> warnings, JsonNode body) {

  public boolean accepted() {
    return status == 200 || status == 201;
  }

  public String reason() {
    return body.path("message").asText();
  }

  String resourceVersion() {
    return body.path("metadata").path("resourceVersion").asText();
  }
}
