package dev.berth.render;

import dev.berth.model.AgentId;
import dev.berth.model.Name;
import dev.berth.plan.HelmRelease;
import dev.berth.plan.LocalProcess;
import dev.berth.plan.PlannedResource;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Where a resource's file goes. It follows from the resource's own name alone: another resource
 * moves nothing. Two names never share a file, on file systems that ignore case either.
 */
final class OutputPaths {

  private OutputPaths() {}

  /** {@code platform/<kind>-<name>.yaml}. */
  static String platform(PlannedResource resource) {
    String type = resource.type();
    String kind =
        type.substring(type.lastIndexOf(':') + 1)
            .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
            .toLowerCase(Locale.ROOT);
    return "platform/" + kind + "-" + legal(resource.name()) + ".yaml";
  }

  /** {@code teams/<team>/<object>.yaml}. */
  static String team(Name team, PlannedResource resource) {
    return "teams/" + team + "/" + legal(within(team + "/", resource)) + ".yaml";
  }

  /** {@code teams/<team>/<agent>/<object>.yaml}; {@code values.yaml} for its release. */
  static String agent(AgentId agent, PlannedResource resource) {
    if (resource instanceof LocalProcess) {
      return "teams/" + agent + "/openclaw.json";
    }
    String object =
        resource instanceof HelmRelease ? "values" : legal(within(agent + "/", resource));
    return "teams/" + agent + "/" + object + ".yaml";
  }

  private static String within(String owner, PlannedResource resource) {
    String name = resource.name();
    return name.startsWith(owner) ? name.substring(owner.length()) : name;
  }

  /**
   * A slash becomes {@code _}; what is not surely legal becomes {@code %} and hexadecimal digits.
   */
  private static String legal(String name) {
    StringBuilder out = new StringBuilder();
    for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (each & 0xff);
      if (character == '/') {
        out.append('_');
      } else if ((character >= 'a' && character <= 'z')
          || (character >= '0' && character <= '9')
          || character == '-'
          || character == '.') {
        out.append(character);
      } else {
        out.append('%').append(HexFormat.of().toHexDigits(each));
      }
    }
    return out.toString();
  }
}
