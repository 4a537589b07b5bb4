package dev.berth;

import dev.berth.model.ByteSize;
import dev.berth.model.Declared;
import dev.berth.model.Density;
import dev.berth.model.Environment;
import dev.berth.model.HostRules;
import dev.berth.model.Name;
import dev.berth.model.Origin;
import dev.berth.model.Pool;
import dev.berth.model.SecretStore;
import dev.berth.model.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Places to try laws in. */
public final class Environments {

  private static final Origin SOMEWHERE = new Origin("fleet.yaml", 1);

  private static final SecretStore VAULT =
      new SecretStore(SecretStore.Kind.VAULT, Optional.of("https://vault.example.com:8200"));

  private Environments() {}

  /** An environment with a plain, a spot, a sandboxed, a tainted and an accelerated pool. */
  public static Environment gke() {
    List<Pool> pools =
        List.of(
            pool("agents", false, false, Optional.empty(), List.of()),
            pool("spot", true, false, Optional.empty(), List.of()),
            pool("sandbox", false, true, Optional.empty(), List.of()),
            pool("gpu", false, false, Optional.of(new Pool.Accelerator("nvidia-l4", 1)), List.of()),
            pool(
                "apart",
                false,
                false,
                Optional.empty(),
                List.of(new Pool.Taint("team", "x", Pool.Taint.Effect.PREFER_NO_SCHEDULE))));
    return new Environment(
        new Name("dev"),
        Target.GKE,
        Density.BALANCED,
        Optional.of(
            new Environment.Gke(
                "acme-agents-dev", "europe-west1", "acme-agents-dev-knowledge", "EU", pools)),
        new Environment.Network(HostRules.GKE, true, true),
        SecretStore.SECRET_MANAGER,
        Optional.empty(),
        SOMEWHERE);
  }

  /** A cluster that is not Berth's, where Cilium enforces host names. */
  public static Environment cilium() {
    return cluster(new Environment.Network(HostRules.CILIUM, true, false));
  }

  /** A cluster that is not Berth's, where nobody enforces host names. */
  public static Environment unenforced() {
    return cluster(new Environment.Network(HostRules.NONE, false, false));
  }

  /** One for every store and target that go together; the first is {@link #gke}. */
  public static List<Environment> withEveryStore() {
    return List.of(
        gke(),
        storing(gke(), new SecretStore(SecretStore.Kind.EXTERNAL_SECRETS, Optional.empty())),
        storing(gke(), VAULT),
        storing(gke(), SecretStore.KUBERNETES),
        cilium(),
        storing(cilium(), VAULT));
  }

  /** The same with another store. */
  public static Environment storing(Environment some, SecretStore store) {
    return new Environment(
        some.name(),
        some.target(),
        some.density(),
        some.gke(),
        some.network(),
        store,
        some.storageClass(),
        some.from());
  }

  private static Environment cluster(Environment.Network network) {
    return new Environment(
        new Name("own"),
        Target.KUBERNETES,
        Density.BALANCED,
        Optional.empty(),
        network,
        SecretStore.KUBERNETES,
        Optional.of("fast"),
        SOMEWHERE);
  }

  private static Pool pool(
      String name,
      boolean spot,
      boolean gvisor,
      Optional<Pool.Accelerator> accelerator,
      List<Pool.Taint> taints) {
    return new Pool(
        new Name(name),
        new Declared<>("e2-standard-4", SOMEWHERE),
        new Pool.Nodes(0, 5),
        ByteSize.gibibytes(30),
        spot,
        gvisor,
        accelerator,
        new TreeMap<>(Map.of("tier", name)),
        taints,
        SOMEWHERE);
  }
}
