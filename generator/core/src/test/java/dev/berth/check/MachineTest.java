package dev.berth.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.model.ByteSize;
import dev.berth.model.Cpu;
import org.junit.jupiter.api.Test;

/** Numbers worked out by hand from GKE's page on plan-node-sizes. */
class MachineTest {

  @Test
  void aSharedCoreOffersWhatGkeStates() {
    Machine machine = Machines.named("e2-medium").orElseThrow();
    assertEquals(new Cpu(940), machine.allocatableCpu());
    // 4096 - 25 % of it - 100 - 100
    assertEquals(new ByteSize(2872), machine.allocatableMemory());
    assertEquals(new Cpu(2000), machine.wholeCpu());
  }

  @Test
  void everyStepOfTheFormulaCounts() {
    Machine eight = Machines.named("e2-standard-8").orElseThrow();
    // 60 + 10 + 5 + 5 + 4 * 2.5
    assertEquals(new Cpu(8000 - 90), eight.allocatableCpu());
    // 1024 + 819.2 + 819.2 + 6 % of 16 GiB, and both allowances
    assertEquals(new ByteSize(32768 - 3646 - 200), eight.allocatableMemory());
    Machine large = Machines.named("n2-highmem-32").orElseThrow();
    // 1024 + 819.2 + 819.2 + 6881.28 + 2 % of 128 GiB
    assertEquals(new ByteSize(262144 - 12166 - 200), large.allocatableMemory());
    assertEquals(new Cpu(940), Machines.named("t2d-standard-1").orElseThrow().allocatableCpu());
  }

  @Test
  void everyMachineOffersSomething() {
    for (String type : Machines.types()) {
      Machine machine = Machines.named(type).orElseThrow();
      assertTrue(machine.allocatableCpu().compareTo(machine.wholeCpu()) < 0, type);
      assertTrue(machine.allocatableMemory().compareTo(machine.memory()) < 0, type);
    }
    assertTrue(Machines.types().size() > 90);
  }
}
