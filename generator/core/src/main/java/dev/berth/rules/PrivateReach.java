package dev.berth.rules;

import dev.berth.model.Channel;
import dev.berth.model.Declared;
import dev.berth.model.IamGrant;
import java.util.ArrayList;
import java.util.List;

/**
 * What an agent holds that a stranger must not have. Every agent has a model's key, its own memory
 * and its public channels' own tokens: to count these would find every agent, so what is counted is
 * what somebody gave it beyond them.
 *
 * @param what behind "it", e.g. {@code reads the folder `faq`}
 * @param mend one imperative that takes it away
 */
record PrivateReach(String what, String mend) {

  static List<PrivateReach> of(AgentScene agent) {
    List<PrivateReach> found = new ArrayList<>();
    agent
        .folders()
        .forEach(
            (folder, access) ->
                found.add(
                    new PrivateReach(
                        "reads the folder `" + folder + "`",
                        "take `" + folder + "` from what it may use")));
    for (Declared<IamGrant> grant : agent.grants()) {
      String on = grant.value().on().toString();
      found.add(
          new PrivateReach(
              "holds `%s` on %s".formatted(grant.value().role(), on),
              "take its grant on %s away".formatted(on)));
    }
    for (Channel channel : agent.agent().channels()) {
      if (!channel.kind().open()) {
        found.add(
            new PrivateReach(
                "sits in the team's own " + channel.kind(),
                "take `" + channel.kind() + "` from its channels"));
      }
    }
    return List.copyOf(found);
  }
}
