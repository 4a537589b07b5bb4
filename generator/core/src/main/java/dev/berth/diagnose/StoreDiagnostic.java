package dev.berth.diagnose;

import dev.berth.source.SourcePoint;
import java.util.List;

/** What is wrong with where an environment's secrets are. */
public sealed interface StoreDiagnostic extends FleetDiagnostic {

  /** A store that the environment's target cannot read from. */
  record StoreNotOnTarget(
      SourcePoint at, int width, String store, String target, String because, List<String> legal)
      implements StoreDiagnostic {
    @Override
    public String what() {
      return "agents of the target "
          + target
          + " cannot read from the store "
          + store
          + ": "
          + because;
    }

    @Override
    public String mend() {
      return "write `store: " + String.join("` or `store: ", legal) + "`";
    }
  }

  /** An address for a store that has none. */
  record ServerWithoutVault(SourcePoint at, int width, String store) implements StoreDiagnostic {
    @Override
    public String what() {
      return "`server` is the address of Vault, and the store is " + store;
    }

    @Override
    public String mend() {
      return "remove `server`, or write `store: vault`";
    }
  }
}
