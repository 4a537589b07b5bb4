package dev.berth.knowledge.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class MemoryStoreTest extends ObjectStoreContract {

  private final Map<String, ObjectStore> stores = new ConcurrentHashMap<>();

  @Override
  protected ObjectStore open(String prefix) {
    return stores.computeIfAbsent(prefix, unused -> new MemoryStore());
  }

  @Test
  void bytesThatChangeAfterwardsChangeNothing() throws Exception {
    byte[] bytes = {1, 2, 3};
    ObjectStore store = new MemoryStore();
    store.create("objects/ab/1", Content.of(bytes));
    bytes[0] = 9;
    assertEquals(1, store.open("objects/ab/1").read());
  }
}
