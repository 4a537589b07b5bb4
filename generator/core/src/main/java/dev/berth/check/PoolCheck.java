package dev.berth.check;

import dev.berth.declare.Named;
import dev.berth.declare.PoolDeclaration;
import dev.berth.declare.Written;
import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.PoolDiagnostic;
import dev.berth.model.ByteSize;
import dev.berth.model.Declared;
import dev.berth.model.Name;
import dev.berth.model.Origin;
import dev.berth.model.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns declared pools into legal ones. */
final class PoolCheck {

  private static final Name DEFAULT = new Name("agents");
  private static final String MACHINE = "e2-medium";
  private static final Pool.Nodes NODES = new Pool.Nodes(1, 10);
  private static final ByteSize DISK = ByteSize.gibibytes(30);

  /** Domains of labels that Kubernetes, Google and Berth set themselves. */
  private static final List<String> RESERVED =
      List.of("kubernetes.io", "k8s.io", "cloud.google.com", "berth.dev");

  private final List<Diagnostic> wrong;

  PoolCheck(List<Diagnostic> wrong) {
    this.wrong = wrong;
  }

  /** In the order they were written; one of Berth's own when none was. */
  List<Pool> pools(List<Named<Name, PoolDeclaration>> written, Origin environment) {
    if (written.isEmpty()) {
      return List.of(
          new Pool(
              DEFAULT,
              Declared.builtIn(MACHINE),
              NODES,
              DISK,
              false,
              false,
              Optional.empty(),
              new TreeMap<>(),
              List.of(),
              environment));
    }
    return written.stream().map(this::pool).toList();
  }

  private Pool pool(Named<Name, PoolDeclaration> named) {
    PoolDeclaration written = named.value();
    written.machine().ifPresent(this::known);
    SortedMap<String, String> labels = new TreeMap<>();
    for (Named<String, Written<String>> label : written.labels()) {
      unreserved(label.name());
      labels.put(label.name().value(), label.value().value());
    }
    List<Pool.Taint> taints = new ArrayList<>();
    for (PoolDeclaration.Taint taint : written.taints()) {
      unreserved(taint.key());
      taints.add(
          new Pool.Taint(
              taint.key().value(),
              taint.value().map(Written::value).orElse(""),
              taint.effect().value()));
    }
    return new Pool(
        named.name().value(),
        written.machine().map(Written::declared).orElseGet(() -> Declared.builtIn(MACHINE)),
        written.nodes().map(Written::value).orElse(NODES),
        written.disk().map(Written::value).orElse(DISK),
        written.spot().map(Written::value).orElse(false),
        written.sandbox().isPresent(),
        written.accelerator().map(PoolCheck::accelerator),
        labels,
        taints,
        named.name().origin());
  }

  private static Pool.Accelerator accelerator(PoolDeclaration.Accelerator written) {
    return new Pool.Accelerator(
        written.type().value(), written.count().map(Written::value).orElse(1));
  }

  private void known(Written<String> machine) {
    if (Machines.named(machine.value()).isEmpty()) {
      wrong.add(
          new PoolDiagnostic.UnknownMachine(
              machine.at(), machine.width(), machine.value(), Machines.types()));
    }
  }

  private void unreserved(Written<String> key) {
    int slash = key.value().indexOf('/');
    String domain = slash < 0 ? "" : key.value().substring(0, slash);
    RESERVED.stream()
        .filter(prefix -> domain.equals(prefix) || domain.endsWith("." + prefix))
        .findFirst()
        .ifPresent(
            prefix ->
                wrong.add(
                    new PoolDiagnostic.ReservedLabel(key.at(), key.width(), key.value(), prefix)));
  }
}
