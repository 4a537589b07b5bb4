package dev.berth.e2e.knowledge;

import dev.berth.knowledge.Stores;
import dev.berth.knowledge.store.MissingBucketContract;
import dev.berth.knowledge.store.ObjectStore;
import dev.berth.knowledge.store.ObjectStoreContract;
import dev.berth.knowledge.store.StoreUrl;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class GoogleStoreTest extends ObjectStoreContract implements MissingBucketContract {

  @TempDir private static Path folder;

  private static GoogleServer server;

  @BeforeAll
  static void start() throws Exception {
    server = GoogleServer.start(folder);
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
    return Stores.open(
        new StoreUrl.Google("no-such-bucket", "", Optional.of(server.endpoint(server.port()))));
  }
}
