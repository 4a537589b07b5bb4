package dev.berth.cli.print;

import dev.berth.access.RoleWords;
import dev.berth.model.Access;
import dev.berth.model.Agent;
import dev.berth.model.Name;
import dev.berth.plan.CarriedKnowledge;
import dev.berth.plan.LocalProcess;
import dev.berth.plan.PlannedAgent;
import java.util.List;

/**
 * One agent.
 *
 * @param model {@code provider/model}
 * @param channels in OpenClaw's words
 * @param pool the node pool it runs on; empty text where Berth makes no pools
 * @param may what it may do with things outside its pod
 * @param asks hosts it may call on TCP 443
 * @param calls agents of its team whose gateway it may call
 * @param needs secrets it reads
 * @param knowledge how its own knowledge is carried
 * @param resources how many are its own
 */
public record AgentFacts(
    String name,
    String from,
    String model,
    List<String> channels,
    Most limits,
    String pool,
    List<May> may,
    List<Asks> asks,
    List<String> calls,
    List<Needs> needs,
    Knowledge knowledge,
    int resources) {

  /** The most it may use, as Kubernetes prints it. */
  public record Most(String cpu, String memory, String disk) {}

  /**
   * A host.
   *
   * @param purpose {@code model}, a channel, {@code declared}
   */
  public record Asks(String host, String purpose, String from) {}

  /**
   * A secret.
   *
   * @param key the file name it has in the pod
   * @param variable its name on a laptop
   */
  public record Needs(String secret, String key, String variable, String from) {}

  /**
   * What carries its own knowledge.
   *
   * @param store where it lies; empty text, like the image, when it stays on the agent's disk
   * @param everyMinutes between two pushes; 0 for never: what the agent may only read is pulled
   * @param shared the folders that come down beside it
   * @param own of a laptop, where it is in a folder of that machine: {@code read and write}, {@code
   *     read}, or empty text for none
   */
  public record Knowledge(
      String store, String image, int everyMinutes, List<String> shared, String own) {

    private static final Knowledge ON_DISK = new Knowledge("", "", 0, List.of(), "");

    private static Knowledge of(LocalProcess process) {
      boolean pushed = process.own().filter(own -> own.covers(Access.READ_WRITE)).isPresent();
      return new Knowledge(
          "",
          "",
          pushed ? CarriedKnowledge.EVERY_MINUTES : 0,
          process.shared().stream().map(Name::text).toList(),
          process.own().map(RoleWords::verb).orElse(""));
    }

    private static Knowledge of(CarriedKnowledge carried) {
      return new Knowledge(
          carried.store(),
          carried.image().toString(),
          carried.pushed() ? CarriedKnowledge.EVERY_MINUTES : 0,
          carried.shared().stream().map(CarriedKnowledge.Shared::name).toList(),
          "");
    }

    boolean pushed() {
      return everyMinutes > 0;
    }
  }

  static AgentFacts of(PlannedAgent planned) {
    Agent agent = planned.agent();
    return new AgentFacts(
        agent.id().agent().text(),
        agent.from().toString(),
        agent.model().value().toString(),
        agent.channels().stream().map(channel -> channel.kind().toString()).toList(),
        new Most(
            agent.limits().cpu().value().toString(),
            agent.limits().memory().value().toString(),
            agent.limits().disk().value().toString()),
        planned.pool().map(pool -> pool.name().text()).orElse(""),
        planned.may().stream().map(May::of).toList(),
        planned.asks().stream()
            .map(out -> new Asks(out.host().text(), out.purpose(), out.because().toString()))
            .toList(),
        agent.calls().stream().map(name -> name.value().text()).toList(),
        planned.needs().stream()
            .map(
                need ->
                    new Needs(
                        need.secret().text(),
                        need.key(),
                        need.secret().variable(),
                        need.because().toString()))
            .toList(),
        knowledge(planned),
        planned.resources().size());
  }

  private static Knowledge knowledge(PlannedAgent planned) {
    return planned.resources().stream()
        .filter(LocalProcess.class::isInstance)
        .map(each -> Knowledge.of((LocalProcess) each))
        .findFirst()
        .or(() -> planned.knowledge().map(Knowledge::of))
        .orElse(Knowledge.ON_DISK);
  }
}
