package dev.berth.knowledge.google;

import dev.berth.knowledge.store.FaultContract;
import dev.berth.knowledge.store.ObjectStore;
import dev.berth.knowledge.store.StoreUrl;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

class GoogleStoreFaultTest extends FaultContract {

  @Override
  protected ObjectStore open(URI endpoint, Duration deadline) throws Exception {
    return GoogleStore.open(new StoreUrl.Google("bucket", "x/", Optional.of(endpoint)), deadline);
  }

  @Override
  protected String created() {
    return "{\"kind\":\"storage#object\",\"name\":\"x/snapshots/1\",\"bucket\":\"bucket\"}";
  }
}
