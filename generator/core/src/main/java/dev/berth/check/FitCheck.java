package dev.berth.check;

import dev.berth.declare.SettingsDeclaration;
import dev.berth.declare.Written;
import dev.berth.diagnose.AgentDiagnostic;
import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.PoolDiagnostic;
import dev.berth.model.ByteSize;
import dev.berth.model.Cpu;
import dev.berth.model.Environment;
import dev.berth.model.KnowledgeCarrier;
import dev.berth.model.Limits;
import dev.berth.model.Name;
import dev.berth.model.Pool;
import dev.berth.model.Requests;
import java.util.List;
import java.util.Optional;

/** Whether an agent fits a node of its pool, in every environment on GKE. */
record FitCheck(List<Environment> environments, List<Diagnostic> wrong) {

  /**
   * @param carried whether what carries its knowledge runs beside it on GKE
   */
  void check(Layers layers, boolean carried, String file) {
    Limits limits = layers.limits();
    layers.requests().ifPresent(requests -> within(requests, limits));
    for (Environment environment : environments) {
      Requests requests =
          layers.declaredRequests().orElseGet(() -> environment.density().requests(limits));
      environment
          .gke()
          .flatMap(gke -> pool(layers, gke, environment))
          .ifPresent(
              pool ->
                  Machines.named(pool.machine().value())
                      .ifPresent(
                          machine ->
                              new OneMachine(
                                      machine, pool, environment, layers, carried, file, wrong)
                                  .check(limits, requests)));
    }
  }

  private void within(SettingsDeclaration.Requests requests, Limits limits) {
    over("cpu", requests.cpu(), limits.cpu().value());
    over("memory", requests.memory(), limits.memory().value());
  }

  private <T extends Comparable<T>> void over(String resource, Written<T> request, T limit) {
    if (request.value().compareTo(limit) > 0) {
      wrong.add(
          new AgentDiagnostic.RequestOverLimit(
              request.at(),
              request.width(),
              resource,
              request.value().toString(),
              limit.toString()));
    }
  }

  private Optional<Pool> pool(Layers layers, Environment.Gke gke, Environment environment) {
    Optional<Written<Name>> written = layers.first(SettingsDeclaration::pool);
    if (written.isEmpty()) {
      return Optional.of(gke.pools().get(0));
    }
    Optional<Pool> pool = gke.pool(written.get().value());
    if (pool.isEmpty()) {
      wrong.add(
          new PoolDiagnostic.NoSuchPool(
              written.get().at(),
              written.get().width(),
              written.get().value().text(),
              environment.name().text(),
              gke.pools().stream().map(each -> each.name().text()).toList()));
    }
    return pool;
  }

  /** An agent against one machine. */
  private record OneMachine(
      Machine machine,
      Pool pool,
      Environment environment,
      Layers layers,
      boolean carried,
      String file,
      List<Diagnostic> wrong) {

    void check(Limits limits, Requests requests) {
      Optional<Written<Cpu>> cpu =
          layers.requests().map(SettingsDeclaration.Requests::cpu).or(layers::cpu);
      Optional<Written<ByteSize>> memory =
          layers.requests().map(SettingsDeclaration.Requests::memory).or(layers::memory);
      Cpu allocatable = machine.allocatableCpu();
      ByteSize offered = machine.allocatableMemory();
      if (carried) {
        allocatable = allocatable.less(KnowledgeCarrier.CPU_REQUEST);
        offered = offered.less(KnowledgeCarrier.MEMORY);
      }
      fits("CPU request", cpu, requests.cpu().value(), allocatable, carried);
      fits("memory request", memory, requests.memory().value(), offered, carried);
      // Limits of processor time do not add up: each may reach for the whole machine.
      fits("CPU limit", layers.cpu(), limits.cpu().value(), machine.wholeCpu(), false);
      fits("memory limit", layers.memory(), limits.memory().value(), offered, carried);
    }

    private <T extends Comparable<T>> void fits(
        String subject, Optional<Written<T>> written, T wanted, T offered, boolean shared) {
      if (wanted.compareTo(offered) > 0) {
        Place place = Place.of(written, file);
        wrong.add(
            new PoolDiagnostic.TooBigForPool(
                place.at(),
                place.width(),
                subject,
                wanted.toString(),
                offered.toString(),
                pool.name().text(),
                machine.type(),
                shared,
                environment.name().text()));
      }
    }
  }
}
