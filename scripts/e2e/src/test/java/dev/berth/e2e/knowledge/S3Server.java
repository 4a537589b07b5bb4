package dev.berth.e2e.knowledge;

import dev.berth.knowledge.store.StoreUrl;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store that speaks the protocol of S3: the process versitygw over a folder. */
public final class S3Server implements AutoCloseable {

  /** The bucket that is there from the start. */
  public static final String BUCKET = "knowledge-lane";

  /** For another process: its environment needs both as the AWS SDK reads them. */
  public static final String ACCESS_KEY = "lane";

  /** As {@link #ACCESS_KEY}; it opens nothing but this process. */
  public static final String SECRET_KEY = "of-the-" + "lane-alone";

  public static final String REGION = "us-east-1";

  private final ServerProcess process;
  private final int port;

  private S3Server(ServerProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts one, with its bucket.
   *
   * @param folder for its log and its objects
   */
  public static S3Server start(Path folder) throws IOException {
    int port = ServerProcess.freePort();
    Path objects = Files.createTempDirectory(folder, "s3");
    // A folder below the root is a bucket.
    Files.createDirectory(objects.resolve(BUCKET));
    Path extended = Files.createTempDirectory(folder, "s3-metadata");
    ServerProcess process =
        ServerProcess.start(
            folder,
            port,
            Map.of("ROOT_ACCESS_KEY_ID", ACCESS_KEY, "ROOT_SECRET_ACCESS_KEY", SECRET_KEY),
            List.of(
                "versitygw",
                "--port",
                "127.0.0.1:" + port,
                "--region",
                REGION,
                "--keep-alive",
                "--quiet",
                "posix",
                "--sidecar",
                extended.toString(),
                objects.toString()));
    return new S3Server(process, port);
  }

  /** Lets stores that this process opens find the credentials, as the AWS SDK looks for them. */
  public static void giveCredentials() {
    System.setProperty("aws.accessKeyId", ACCESS_KEY);
    System.setProperty("aws.secretAccessKey", SECRET_KEY);
  }

  /** Where it listens, on the loopback interface. */
  public int port() {
    return port;
  }

  /** Its bucket at a prefix. */
  public StoreUrl.S3 url(String prefix) {
    return url(BUCKET, prefix, port);
  }

  /** Its bucket at a prefix, by way of another port: that of a proxy in between. */
  public StoreUrl.S3 url(String prefix, int viaPort) {
    return url(BUCKET, prefix, viaPort);
  }

  StoreUrl.S3 url(String bucket, String prefix, int atPort) {
    return new StoreUrl.S3(
        bucket, prefix, Optional.of(URI.create("http://127.0.0.1:" + atPort)), Optional.of(REGION));
  }

  @Override
  public void close() {
    process.close();
  }
}
