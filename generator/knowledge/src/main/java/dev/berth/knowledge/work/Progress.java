package dev.berth.knowledge.work;

/** Hears how far a long transfer is. Called from several threads, often: it must be quick. */
public interface Progress {

  /** Nobody listens. */
  Progress NONE = (files, bytes) -> {};

  /** More files and bytes crossed since the last call. */
  void moved(long files, long bytes);
}
