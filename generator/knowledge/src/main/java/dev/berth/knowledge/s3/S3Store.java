package dev.berth.knowledge.s3;

import dev.berth.knowledge.store.Content;
import dev.berth.knowledge.store.Listing;
import dev.berth.knowledge.store.ObjectStore;
import dev.berth.knowledge.store.StoreProblem;
import dev.berth.knowledge.store.StoreUrl;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Objects in a bucket of Amazon S3 or of a store that speaks its protocol.
 *
 * <p>An object is created under {@code If-None-Match: *} and with its CRC-32C. Some stores do not
 * know that precondition and overwrite: one at an endpoint is tried once, by writing the first
 * small object a second time with the same bytes. Credentials are those that the AWS SDK finds.
 */
public final class S3Store implements ObjectStore {

  /** A line slower than this counts as broken: an upload may take its time at this speed. */
  private static final long SLOWEST_BYTES_PER_SECOND = 128 * 1024;

  private final S3Client client;
  private final StoreUrl.S3 url;
  private final Duration deadline;
  private final AmazonProblems problems;
  private final AtomicBoolean tried;

  private S3Store(S3Client client, StoreUrl.S3 url, Duration deadline) {
    this.client = client;
    this.url = url;
    this.deadline = deadline;
    this.problems = new AmazonProblems(url.bucket());
    this.tried = new AtomicBoolean(url.endpoint().isEmpty());
  }

  /**
   * Opens a store; nothing is asked of it yet.
   *
   * @param deadline how long one request is tried in all; a large object has the time it takes
   * @throws StoreProblem when this machine has no credentials or no region
   */
  public static S3Store open(StoreUrl.S3 url, Duration deadline) throws StoreProblem {
    return new S3Store(AmazonClient.make(url, deadline), url, deadline);
  }

  @Override
  public boolean create(String name, Content content) throws StoreProblem {
    ObjectStore.requireName(name);
    Source source = new Source(address(name), content);
    // Asked before the upload begins: MinIO answers no question about an object that is being put.
    if (!source.isSmall() && exists(name)) {
      return false;
    }
    Duration time = deadline.plusSeconds(content.sizeBytes() / SLOWEST_BYTES_PER_SECOND);
    PutObjectRequest request =
        PutObjectRequest.builder()
            .bucket(url.bucket())
            .key(url.prefix() + name)
            .ifNoneMatch("*")
            .checksumCRC32C(source.crc32c())
            .overrideConfiguration(
                AwsRequestOverrideConfiguration.builder().apiCallTimeout(time).build())
            .build();
    boolean created = put(name, request, source, time);
    if (created
        && source.isSmall()
        && tried.compareAndSet(false, true)
        && put(name, request, source, time)) {
      throw problems.overwrites();
    }
    return created;
  }

  private boolean put(String name, PutObjectRequest request, Source source, Duration time)
      throws StoreProblem {
    long start = System.nanoTime();
    try {
      client.putObject(
          request,
          source.body(
              () -> {
                boolean there = exists(name);
                // The client ends a call by an interrupt, which the question inside it may swallow.
                if (!there && System.nanoTime() - start > time.toNanos()) {
                  throw new UnreadableSource(problems.late(address(name)));
                }
                return there;
              }));
      return true;
    } catch (RuntimeException problem) {
      // What a body throws comes out as it is, or wrapped by whoever was reading it.
      boolean taken = problem instanceof AwsServiceException answer && answer.statusCode() == 412;
      if (taken || NameTaken.isBehind(problem)) {
        return false;
      }
      throw problems.of(address(name), problem);
    }
  }

  /** Whether an object is there for certain; what else goes wrong the upload itself will tell. */
  private boolean exists(String name) {
    try {
      client.headObject(request -> request.bucket(url.bucket()).key(url.prefix() + name));
      return true;
    } catch (SdkException unknown) {
      return false;
    }
  }

  @Override
  public InputStream open(String name) throws StoreProblem {
    ObjectStore.requireName(name);
    return new AmazonStream(address(name), from -> get(name, from));
  }

  private ResponseInputStream<GetObjectResponse> get(String name, long from) throws StoreProblem {
    GetObjectRequest.Builder request =
        GetObjectRequest.builder()
            .bucket(url.bucket())
            .key(url.prefix() + name)
            .checksumMode(ChecksumMode.ENABLED);
    if (from > 0) {
      request.range("bytes=" + from + "-");
    }
    try {
      return client.getObject(request.build());
    } catch (SdkException problem) {
      throw problems.of(address(name), problem);
    }
  }

  @Override
  public List<String> list(String start, String after, int most) throws StoreProblem {
    Listing.requireMost(most);
    List<String> names = new ArrayList<>();
    ListObjectsV2Request.Builder request =
        ListObjectsV2Request.builder()
            .bucket(url.bucket())
            .prefix(url.prefix() + start)
            .startAfter(after.isEmpty() ? null : url.prefix() + after)
            .maxKeys(most);
    try {
      boolean more = true;
      // A store may end a page early and say that there is another.
      while (more && names.size() < most) {
        ListObjectsV2Response page = client.listObjectsV2(request.build());
        for (S3Object object : page.contents()) {
          String name = object.key().substring(url.prefix().length());
          if (Listing.isName(name) && names.size() < most) {
            names.add(name);
          }
        }
        more = Boolean.TRUE.equals(page.isTruncated());
        request.continuationToken(page.nextContinuationToken());
      }
      return List.copyOf(names);
    } catch (SdkException problem) {
      throw problems.of(address(start), problem);
    }
  }

  @Override
  public void delete(String name) throws StoreProblem {
    ObjectStore.requireName(name);
    try {
      client.deleteObject(request -> request.bucket(url.bucket()).key(url.prefix() + name));
    } catch (SdkException problem) {
      throw problems.of(address(name), problem);
    }
  }

  private String address(String name) {
    return "s3://" + url.bucket() + "/" + url.prefix() + name;
  }

  @Override
  public String url() {
    return url.text();
  }

  @Override
  public void close() {
    client.close();
  }
}
