package dev.berth.e2e.knowledge;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.berth.knowledge.Stores;
import dev.berth.knowledge.store.MissingBucketContract;
import dev.berth.knowledge.store.ObjectStore;
import dev.berth.knowledge.store.ObjectStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3StoreTest extends ObjectStoreContract implements MissingBucketContract {

  @TempDir private static Path folder;

  private static S3Server server;

  @BeforeAll
  static void start() throws Exception {
    S3Server.giveCredentials();
    server = S3Server.start(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  protected ObjectStore open(String prefix) throws Exception {
    return Stores.open(server.url(prefix));
  }

  @Override
  public ObjectStore withoutBucket() throws Exception {
    return Stores.open(server.url("no-such-bucket", "", server.port()));
  }

  @Test
  void itsAddressHoldsNoCredential() throws Exception {
    try (ObjectStore store = open("x/")) {
      assertFalse(store.url().contains(S3Server.ACCESS_KEY + ":"), store.url());
      assertFalse(store.url().contains(S3Server.SECRET_KEY), store.url());
    }
  }
}
