package dev.berth.knowledge.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws of packs. */
class PacksProperties {

  @Property(tries = 40)
  void eachFileIsWhereItsPlaceSays(@ForAll @IntRange(max = 120) int count, @ForAll long seed)
      throws IOException {
    SpyStore store = new SpyStore();
    Random random = new Random(seed);
    List<byte[]> files = new ArrayList<>();
    List<Packs.Place> places = new ArrayList<>();
    List<String> names;
    try (Uploads uploads = new Uploads(store, 2, bytes -> {})) {
      Packs packs = new Packs(uploads);
      for (int i = 0; i < count; i++) {
        byte[] file = new byte[1 + random.nextInt(Packs.LARGEST_PACKED_BYTES)];
        random.nextBytes(file);
        files.add(file);
        places.add(packs.add(file));
      }
      names = packs.finish();
      uploads.finish();
    }
    for (int i = 0; i < count; i++) {
      String name = ObjectName.ofObject(names.get(places.get(i).pack()));
      byte[] pack = store.open(name).readAllBytes();
      int start = (int) places.get(i).offset();
      assertTrue(
          Arrays.equals(
              files.get(i), 0, files.get(i).length, pack, start, start + files.get(i).length));
      assertTrue(pack.length <= Packs.PACK_BYTES);
    }
    assertEquals(names.size(), store.created.size());
    assertEquals(files.stream().mapToLong(f -> f.length).sum(), store.createdBytes.get());
  }
}
