package dev.berth.fleet;

import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.ProviderResource;
import java.util.List;

/** What a preview folds together: a team or an agent, with all it owns below it. */
final class Group extends ComponentResource {

  private Group(String type, String name, ComponentResourceOptions options) {
    super(type, name, options);
  }

  static Group team(String name, List<ProviderResource> providers) {
    return new Group(
        "berth:fleet:Team", name, ComponentResourceOptions.builder().providers(providers).build());
  }

  /**
   * @param name {@code team/agent}
   */
  static Group agent(String name, Group team) {
    return new Group(
        "berth:fleet:Agent", name, ComponentResourceOptions.builder().parent(team).build());
  }
}
