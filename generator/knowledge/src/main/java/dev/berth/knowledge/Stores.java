package dev.berth.knowledge;

import dev.berth.knowledge.google.GoogleStore;
import dev.berth.knowledge.s3.S3Store;
import dev.berth.knowledge.store.FolderStore;
import dev.berth.knowledge.store.ObjectStore;
import dev.berth.knowledge.store.StoreProblem;
import dev.berth.knowledge.store.StoreUrl;
import java.time.Clock;
import java.time.Duration;

/** Opens the store at an address. */
public final class Stores {

  /** How long one request is tried before a store counts as unavailable. */
  public static final Duration DEADLINE = Duration.ofSeconds(60);

  private Stores() {}

  /** As {@link #open(StoreUrl, Duration)}, for as long as {@link #DEADLINE}. */
  public static ObjectStore open(StoreUrl url) throws StoreProblem {
    return open(url, DEADLINE);
  }

  /**
   * Opens a store, which the caller closes; nothing is asked of it yet.
   *
   * @param deadline how long one request is tried, with pauses between, before it is given up
   * @throws StoreProblem when this machine has no credentials for it
   */
  public static ObjectStore open(StoreUrl url, Duration deadline) throws StoreProblem {
    if (url instanceof StoreUrl.Google google) {
      return GoogleStore.open(google, deadline);
    }
    if (url instanceof StoreUrl.S3 amazon) {
      return S3Store.open(amazon, deadline);
    }
    StoreUrl.Folder folder = (StoreUrl.Folder) url;
    return new FolderStore(folder.path(), Clock.systemUTC());
  }
}
