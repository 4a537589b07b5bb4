package dev.berth.knowledge.store;

import java.io.InputStream;
import java.util.List;

/**
 * Objects under one prefix of a bucket or folder.
 *
 * <p>Objects are only ever created: a name that exists is never written again, and a create is the
 * one place where two writers meet. Names are those of {@link #requireName}. Every method may be
 * called from several threads at once. Transient failures are retried inside; what a method throws
 * has been tried for as long as the store's deadline allows.
 */
public interface ObjectStore extends AutoCloseable {

  /** The longest name, in characters; a prefix comes before it (Cloud Storage: 1,024 bytes). */
  int LONGEST_NAME = 200;

  /** The most names {@link #list} returns at once: one page of the stores' own listings. */
  int PAGE = 1000;

  /**
   * Creates an object, whole or not at all.
   *
   * @return false when an object of this name exists already; it is left as it is. After a retry
   *     that may be this very object: who must know compares it.
   * @throws StoreProblem when the object was not created, or nobody can say whether it was
   */
  boolean create(String name, Content content) throws StoreProblem;

  /**
   * Opens an object for reading from its start.
   *
   * <p>Reading throws an {@link java.io.IOException} when the store cannot give the whole object.
   *
   * @throws StoreProblem with {@link StoreProblem.Kind#ABSENT} when there is none of this name
   */
  InputStream open(String name) throws StoreProblem;

  /**
   * The names that start with {@code start}, in the order of their bytes.
   *
   * @param after only names that come after this one; empty for all
   * @param most how many at most, 1 to {@link #PAGE}
   * @return fewer than {@code most} only when there are no more
   */
  List<String> list(String start, String after, int most) throws StoreProblem;

  /** Deletes an object; none of this name is no failure. */
  void delete(String name) throws StoreProblem;

  /** The store as a URL, for people: {@code gs://bucket/prefix/}. Holds no credential. */
  String url();

  @Override
  void close();

  /**
   * Refuses what is no name of an object: parts of letters, digits, {@code .}, {@code _} and {@code
   * -}, joined by single slashes, none of them {@code .} or {@code ..}.
   *
   * @throws IllegalArgumentException for any other text: names are made by Berth, never by users
   */
  static String requireName(String name) {
    boolean legal =
        name.length() <= LONGEST_NAME
            && name.matches("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*")
            && !("/" + name + "/").contains("/./")
            && !("/" + name + "/").contains("/../");
    if (!legal) {
      throw new IllegalArgumentException("not the name of an object: " + name);
    }
    return name;
  }
}
