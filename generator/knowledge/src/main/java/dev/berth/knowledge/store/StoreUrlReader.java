package dev.berth.knowledge.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a {@link StoreUrl} by hand: {@link URI} knows no host with an underscore. */
final class StoreUrlReader {

  /** With the longest name behind it, less than Cloud Storage's and S3's 1,024 bytes. */
  private static final int LONGEST_PREFIX = 512;

  /** https://cloud.google.com/storage/docs/buckets#naming, which allows more than S3 does. */
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]");

  private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,64}");

  private static final String FORMS =
      "write gs://BUCKET/PREFIX/, s3://BUCKET/PREFIX/ or file:///FOLDER/";

  private final String text;

  StoreUrlReader(String text) {
    this.text = text;
  }

  StoreUrl read() throws WrongStoreUrl {
    if (text.startsWith("file:")) {
      return folder();
    }
    boolean google = text.startsWith("gs://");
    if (!google && !text.startsWith("s3://")) {
      throw new WrongStoreUrl("a store must start with gs://, s3:// or file:///", FORMS);
    }
    refuseUser(text);
    int question = text.indexOf('?');
    String place = text.substring("gs://".length(), question < 0 ? text.length() : question);
    String query = question < 0 ? "" : text.substring(question + 1);
    int slash = place.indexOf('/');
    String bucket = bucket(slash < 0 ? place : place.substring(0, slash));
    String prefix = prefix(slash < 0 ? "" : place.substring(slash + 1));
    if (google) {
      Map<String, String> values = values(query, Set.of("endpoint"));
      return new StoreUrl.Google(bucket, prefix, endpoint(values));
    }
    Map<String, String> values = values(query, Set.of("endpoint", "region"));
    return new StoreUrl.S3(bucket, prefix, endpoint(values), region(values));
  }

  private StoreUrl folder() throws WrongStoreUrl {
    String mend = "write file:///srv/knowledge/ with the folder's absolute path";
    if (!text.startsWith("file:///")) {
      throw new WrongStoreUrl("a folder must have three slashes and its absolute path", mend);
    }
    try {
      Path path = Path.of(new URI(text)).normalize();
      if (path.getParent() == null) {
        throw new WrongStoreUrl("a store must be a folder of its own, not the root", mend);
      }
      return new StoreUrl.Folder(path);
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException odd) {
      throw new WrongStoreUrl(
          "a folder must be a URL without a query, in which a space is %20", mend);
    }
  }

  private static void refuseUser(String part) throws WrongStoreUrl {
    // What stands before it may be a password, so it is not repeated.
    if (part.contains("@")) {
      throw new WrongStoreUrl(
          "a store must not hold a user or a password, so it has no @",
          "remove what stands before the @, and give credentials by the environment");
    }
  }

  private static String bucket(String bucket) throws WrongStoreUrl {
    if (!BUCKET.matcher(bucket).matches()) {
      throw new WrongStoreUrl(
          "a bucket must be 3 to 222 lower-case letters, digits, dots, dashes and underscores",
          FORMS);
    }
    return bucket;
  }

  private static String prefix(String written) throws WrongStoreUrl {
    String prefix = written.isEmpty() || written.endsWith("/") ? written : written + "/";
    boolean legal =
        prefix.length() <= LONGEST_PREFIX
            && prefix.matches("([A-Za-z0-9._-]+/)*")
            && !("/" + prefix).contains("/./")
            && !("/" + prefix).contains("/../");
    if (!legal) {
      throw new WrongStoreUrl(
          "a prefix must be parts of letters, digits, dots, dashes and underscores, joined by"
              + " single slashes, of at most "
              + LONGEST_PREFIX
              + " characters in all",
          FORMS);
    }
    return prefix;
  }

  private static Map<String, String> values(String query, Set<String> known) throws WrongStoreUrl {
    Map<String, String> values = new HashMap<>();
    for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String key = equals < 0 ? pair : pair.substring(0, equals);
      if (equals < 0 || !known.contains(key) || values.containsKey(key)) {
        // A key that is not known may be `secret`, so nothing of the query is repeated.
        throw new WrongStoreUrl(
            "after its ? a store may have nothing but " + String.join(" and ", sorted(known)),
            "write ?endpoint=http://HOST:PORT, and give credentials by the environment");
      }
      values.put(key, pair.substring(equals + 1));
    }
    return values;
  }

  private static Iterable<String> sorted(Set<String> words) {
    return words.stream().sorted().toList();
  }

  private static Optional<URI> endpoint(Map<String, String> values) throws WrongStoreUrl {
    String written = values.get("endpoint");
    if (written == null) {
      return Optional.empty();
    }
    try {
      URI endpoint = new URI(written);
      boolean legal =
          ("http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme()))
              && endpoint.getHost() != null
              && endpoint.getRawUserInfo() == null
              && (endpoint.getRawPath().isEmpty() || endpoint.getRawPath().equals("/"))
              && endpoint.getRawQuery() == null
              && endpoint.getRawFragment() == null;
      if (legal) {
        return Optional.of(new URI(endpoint.getScheme() + "://" + endpoint.getRawAuthority()));
      }
    } catch (URISyntaxException odd) {
      // Told below.
    }
    throw new WrongStoreUrl(
        "an endpoint must be http or https with a host and a port, and no path",
        "write ?endpoint=http://HOST:PORT");
  }

  private static Optional<String> region(Map<String, String> values) throws WrongStoreUrl {
    String written = values.get("region");
    if (written != null && !REGION.matcher(written).matches()) {
      throw new WrongStoreUrl(
          "a region must be lower-case letters, digits and dashes", "write region=eu-west-1");
    }
    return Optional.ofNullable(written);
  }
}
