package dev.berth.knowledge.s3;

import dev.berth.knowledge.store.FaultContract;
import dev.berth.knowledge.store.ObjectStore;
import dev.berth.knowledge.store.StoreUrl;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;

class S3StoreFaultTest extends FaultContract {

  @BeforeAll
  static void giveCredentials() {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "of-this-" + "test");
  }

  @Override
  protected ObjectStore open(URI endpoint, Duration deadline) throws Exception {
    return S3Store.open(
        new StoreUrl.S3("bucket", "x/", Optional.of(endpoint), Optional.of("us-east-1")), deadline);
  }

  @Override
  protected String created() {
    return "";
  }
}
