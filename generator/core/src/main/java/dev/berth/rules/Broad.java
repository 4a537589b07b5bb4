package dev.berth.rules;

import dev.berth.model.Agent;
import dev.berth.model.Declared;
import dev.berth.model.HostName;
import dev.berth.model.Origin;
import java.util.List;
import java.util.Optional;

/**
 * Why the ways out that an agent declares lead anywhere. Those its model and channels need are not
 * looked at: without them it is no agent.
 *
 * @param from the line of the first such way out
 * @param why behind "may call", e.g. {@code `*.example.com`, which is any name there}
 * @param lines how many of {@code egress:} there are to take away
 * @param mend one imperative that narrows them
 */
record Broad(Origin from, String why, int lines, String mend) {

  /** With so many hosts nobody knows any more what each of them takes. */
  static final int MOST_HOSTS = 10;

  static Optional<Broad> of(Agent agent) {
    List<Declared<HostName>> egress = agent.egress();
    List<Declared<HostName>> wild =
        egress.stream().filter(host -> host.value().wildcard()).toList();
    if (!wild.isEmpty()) {
      String host = wild.get(0).value().text();
      return Optional.of(
          new Broad(
              wild.get(0).from(),
              "`%s`, which is any name there".formatted(host),
              wild.size(),
              "name the hosts it needs in place of `%s` under `egress:`".formatted(host)));
    }
    List<Declared<HostName>> open =
        egress.stream().filter(host -> OpenHosts.builtIn().of(host.value()).isPresent()).toList();
    if (!open.isEmpty()) {
      HostName host = open.get(0).value();
      String why = OpenHosts.builtIn().of(host).orElseThrow().why();
      return Optional.of(
          new Broad(
              open.get(0).from(),
              "`%s`, where %s".formatted(host, why),
              open.size(),
              "take %s out of `egress:`".formatted(names(open))));
    }
    return egress.size() > MOST_HOSTS
        ? Optional.of(
            new Broad(
                egress.get(0).from(),
                egress.size() + " hosts of its own choice",
                egress.size() - MOST_HOSTS,
                "keep at most %s hosts under `egress:`".formatted(MOST_HOSTS)))
        : Optional.empty();
  }

  private static String names(List<Declared<HostName>> hosts) {
    return String.join(", ", hosts.stream().map(host -> "`" + host.value() + "`").toList());
  }
}
