package dev.berth.knowledge.snapshot;

import dev.berth.knowledge.store.ObjectStore;
import dev.berth.knowledge.store.StoreProblem;
import dev.berth.knowledge.store.StoreProblem.Kind;
import java.io.IOException;
import java.io.InputStream;

/** Reads what must be in a store, and no more of it than it may be. */
final class Stored {

  private Stored() {}

  /**
   * The whole of an object.
   *
   * @param most the most bytes it may have; a store that was tampered with may hold any number
   * @throws StoreProblem with {@link Kind#ABSENT} when there is none of this name
   */
  static byte[] read(ObjectStore store, String name, int most) throws IOException {
    try (InputStream in = store.open(name)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw damaged(store, name, "is larger than " + most + " bytes");
      }
      return bytes;
    }
  }

  /** Opens an object that a snapshot names, so that its absence is damage. */
  static InputStream open(ObjectStore store, String name, String unreadable) throws IOException {
    try {
      return store.open(name);
    } catch (StoreProblem problem) {
      throw absenceIsDamage(problem, store, name, unreadable);
    }
  }

  /**
   * @param unreadable what cannot be read without it, as the subject of a sentence
   */
  static StoreProblem absenceIsDamage(
      StoreProblem problem, ObjectStore store, String name, String unreadable) {
    return problem.kind() == Kind.ABSENT
        ? new StoreProblem(
            Kind.DAMAGED,
            unreadable + " cannot be read: " + address(store, name) + " is missing",
            problem)
        : problem;
  }

  /**
   * @param what the end of a sentence whose subject is the object
   */
  static StoreProblem damaged(ObjectStore store, String name, String what) {
    return new StoreProblem(Kind.DAMAGED, address(store, name) + " " + what);
  }

  /** The object as a URL; how its server is reached is no part of it. */
  private static String address(ObjectStore store, String name) {
    return store.url().replaceFirst("[?].*", "") + name;
  }
}
