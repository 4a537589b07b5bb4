package dev.berth.cli.print;

import dev.berth.deploy.secrets.SecretAnswer;
import dev.berth.model.Agent;
import dev.berth.model.Declared;
import dev.berth.model.Environment;
import dev.berth.model.SecretName;
import dev.berth.model.SecretStore;
import dev.berth.plan.PlannedAgent;
import dev.berth.plan.Secrets;
import dev.berth.plan.VaultAccess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Every secret that must exist, and who reads it: the shape of {@code berth secrets --format json}.
 *
 * @param format names this shape and its version; keys are added, never renamed or dropped, without
 *     a new one
 * @param store as the environment says it
 * @param secrets sorted by place and name
 * @param vaultRoles what each agent must be given in Vault; empty for every other store
 */
public record SecretList(
    String format,
    String environment,
    String store,
    List<Secret> secrets,
    List<VaultRole> vaultRoles) {

  /** The store of a laptop: the environment of whoever starts agents, and a file. */
  public static final String VARIABLES = "variables";

  /** The one there is today. */
  public static final String FORMAT = "berth-secrets/1";

  /**
   * One secret.
   *
   * @param in a project, a Vault server or a namespace
   * @param create one command for a shell, which reads the value from the variable VALUE
   * @param variable its name on a laptop
   * @param state empty text unless it was asked for
   * @param why what to do about the state; empty text for nothing
   */
  public record Secret(
      String name,
      String variable,
      String in,
      List<Reader> readers,
      String create,
      String state,
      String why) {

    private Secret with(SecretAnswer answer) {
      return new Secret(
          name, variable, in, readers, create, answer.state().toString(), answer.why());
    }
  }

  /**
   * An agent that reads a secret.
   *
   * @param field where its declarations name it, e.g. {@code channels.discord.token}
   * @param from {@code file:line}, or {@code built in}
   */
  public record Reader(String agent, String field, String from) {}

  /**
   * What lets an agent read its secrets in Vault.
   *
   * @param policy in Vault's language
   * @param create one command for a shell
   */
  public record VaultRole(String agent, String role, String policy, String create) {}

  private record Place(String in, SecretName name) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byPlace = in.compareTo(other.in);
      return byPlace != 0 ? byPlace : name.compareTo(other.name);
    }
  }

  /** The secrets of {@code agents} in {@code environment}; nothing is known of their state. */
  public static SecretList of(List<Agent> agents, Environment environment) {
    SecretStore store = environment.secrets();
    Map<Place, List<Reader>> readers = new TreeMap<>();
    for (Agent agent : agents) {
      fields(agent)
          .forEach(
              (field, secret) ->
                  readers
                      .computeIfAbsent(
                          new Place(place(environment, agent), secret.value()),
                          each -> new ArrayList<>())
                      .add(new Reader(agent.id().toString(), field, secret.from().toString())));
    }
    return new SecretList(
        FORMAT,
        environment.name().text(),
        store.kind().toString(),
        readers.entrySet().stream()
            .map(
                each -> {
                  Place place = each.getKey();
                  return new Secret(
                      place.name().text(),
                      place.name().variable(),
                      place.in(),
                      List.copyOf(each.getValue()),
                      CreateCommand.of(store.kind(), place.name(), place.in()).line(),
                      "",
                      "");
                })
            .toList(),
        store.kind() == SecretStore.Kind.VAULT
            ? agents.stream().map(SecretList::vaultRole).toList()
            : List.of());
  }

  /** What agents of a laptop need, in its environment: nothing is known of their state. */
  public static SecretList ofLaptop(List<PlannedAgent> agents, Environment environment) {
    Map<SecretName, List<Reader>> readers = new TreeMap<>();
    for (PlannedAgent planned : agents) {
      fields(planned.agent())
          .forEach(
              (field, secret) -> {
                if (planned.needs().stream()
                    .anyMatch(need -> need.secret().equals(secret.value()))) {
                  readers
                      .computeIfAbsent(secret.value(), each -> new ArrayList<>())
                      .add(new Reader(planned.id().toString(), field, secret.from().toString()));
                }
              });
    }
    return new SecretList(
        FORMAT,
        environment.name().text(),
        VARIABLES,
        readers.entrySet().stream()
            .map(
                each -> {
                  String variable = each.getKey().variable();
                  return new Secret(
                      each.getKey().text(),
                      variable,
                      "",
                      List.copyOf(each.getValue()),
                      "read -rs %s && export %s".formatted(variable, variable),
                      "",
                      "");
                })
            .toList(),
        List.of());
  }

  /** The same with what is known of each state. */
  public SecretList with(List<SecretAnswer> answers) {
    Map<String, SecretAnswer> byName = new HashMap<>();
    answers.forEach(answer -> byName.put(answer.name(), answer));
    return of(
        secrets.stream()
            .map(
                secret ->
                    Optional.ofNullable(byName.get(secret.name())).map(secret::with).orElse(secret))
            .toList());
  }

  /** Those alone that cannot be read, or of which nobody can say. */
  public SecretList notThere() {
    return of(secrets.stream().filter(secret -> !secret.why().isEmpty()).toList());
  }

  /** How many are in each state. */
  public SortedMap<String, Long> states() {
    return secrets.stream()
        .collect(Collectors.groupingBy(Secret::state, TreeMap::new, Collectors.counting()));
  }

  private SecretList of(List<Secret> others) {
    return new SecretList(format, environment, store, others, vaultRoles);
  }

  /** Where declarations name an agent's secrets. */
  private static Map<String, Declared<SecretName>> fields(Agent agent) {
    Map<String, Declared<SecretName>> fields = new TreeMap<>();
    fields.put("apiKeys." + agent.model().value().provider(), agent.apiKey());
    agent
        .channels()
        .forEach(
            channel ->
                channel
                    .secrets()
                    .forEach(
                        (field, secret) ->
                            fields.put("channels." + channel.kind() + "." + field, secret)));
    return fields;
  }

  private static String place(Environment environment, Agent agent) {
    return switch (environment.secrets().kind()) {
      case SECRET_MANAGER, EXTERNAL_SECRETS ->
          environment.gke().map(Environment.Gke::project).orElse("");
      case VAULT -> environment.secrets().server().orElseThrow();
      case KUBERNETES -> agent.id().team().text();
    };
  }

  private static VaultRole vaultRole(Agent agent) {
    String role = VaultAccess.role(agent.id());
    return new VaultRole(
        agent.id().toString(),
        role,
        VaultAccess.policy(Secrets.of(agent)),
        CreateCommand.vaultRole(agent.id()).line());
  }
}
