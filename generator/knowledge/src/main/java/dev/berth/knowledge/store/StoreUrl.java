package dev.berth.knowledge.store;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** The address of a store: a bucket or folder, and the prefix in it. It holds no credential. */
public sealed interface StoreUrl {

  /** The address as people write it; {@link #parse} reads it back. */
  String text();

  /**
   * Reads {@code gs://bucket/prefix/}, {@code s3://bucket/prefix/?region=eu-west-1} or {@code
   * file:///folder/}. A bucket may have {@code endpoint=http://host:port}.
   */
  static StoreUrl parse(String text) throws WrongStoreUrl {
    return new StoreUrlReader(text).read();
  }

  /**
   * A bucket of Google Cloud Storage.
   *
   * @param prefix empty, or parts that end with a slash each
   * @param endpoint a stand-in for Google, which is asked without credentials
   */
  record Google(String bucket, String prefix, Optional<URI> endpoint) implements StoreUrl {

    @Override
    public String text() {
      return "gs://" + bucket + "/" + prefix + endpoint.map(at -> "?endpoint=" + at).orElse("");
    }
  }

  /**
   * A bucket of Amazon S3 or of a store that speaks its protocol.
   *
   * @param prefix empty, or parts that end with a slash each
   * @param endpoint where that store is; Amazon when empty
   * @param region empty: as the environment says
   */
  record S3(String bucket, String prefix, Optional<URI> endpoint, Optional<String> region)
      implements StoreUrl {

    @Override
    public String text() {
      String query =
          endpoint.map(at -> "&endpoint=" + at).orElse("")
              + region.map(at -> "&region=" + at).orElse("");
      return "s3://" + bucket + "/" + prefix + query.replaceFirst("^&", "?");
    }
  }

  /** A folder of this machine, by its absolute path. */
  record Folder(Path path) implements StoreUrl {

    @Override
    public String text() {
      String uri = path.toUri().toString();
      return uri.endsWith("/") ? uri : uri + "/";
    }
  }
}
