package dev.berth.knowledge.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacksTest {

  @Test
  void aPackIsFilledToItsLastByte() throws IOException {
    SpyStore store = new SpyStore();
    try (Uploads uploads = new Uploads(store, 1, bytes -> {})) {
      Packs packs = new Packs(uploads);
      for (int i = 0; i < 16; i++) {
        assertEquals(new Packs.Place(0, i * 65_536L), packs.add(new byte[65_536]));
      }
      assertEquals(new Packs.Place(1, 0), packs.add(new byte[1]));
      assertEquals(2, packs.finish().size());
    }
  }

  @Test
  void nothingAddedIsNothingSent() throws IOException {
    SpyStore store = new SpyStore();
    try (Uploads uploads = new Uploads(store, 1, bytes -> {})) {
      assertEquals(List.of(), new Packs(uploads).finish());
    }
    assertEquals(0, store.created.size());
  }

  @Test
  void onlySmallFilesArePacked() {
    try (Uploads uploads = new Uploads(new SpyStore(), 1, bytes -> {})) {
      Packs packs = new Packs(uploads);
      assertThrows(IllegalArgumentException.class, () -> packs.add(new byte[0]));
      assertThrows(IllegalArgumentException.class, () -> packs.add(new byte[65_537]));
    }
  }
}
