package dev.berth.knowledge.s3;

import dev.berth.knowledge.store.StoreProblem;
import dev.berth.knowledge.store.StoreProblem.Kind;
import dev.berth.knowledge.store.StoreUrl;
import java.time.Duration;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;

/** Makes Amazon's client over the HTTP client of the JDK. */
final class AmazonClient {

  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** The longest silence of a server within one request. */
  private static final Duration SILENCE = Duration.ofSeconds(20);

  /** More than any deadline leaves time for: the deadline ends the tries, not their number. */
  private static final int MOST_TRIES = 1000;

  /**
   * Refusals that a second try mends: a write of the same name was under way, or the request was
   * damaged on its way. https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
   */
  private static final Set<String> PASSING =
      Set.of(
          "BadDigest",
          "ConditionalRequestConflict",
          "IncompleteBody",
          "OperationAborted",
          "XAmzContentChecksumMismatch",
          "XAmzContentSHA256Mismatch");

  private AmazonClient() {}

  static S3Client make(StoreUrl.S3 url, Duration deadline) throws StoreProblem {
    S3ClientBuilder builder =
        S3Client.builder()
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(shorter(CONNECT, deadline))
                    .socketTimeout(shorter(SILENCE, deadline)))
            .credentialsProvider(credentials())
            .region(region(url))
            // The checksum goes in a header, which any store may read or ignore; a trailer, the
            // client's own choice, is unknown to some.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_SUPPORTED)
            .serviceConfiguration(
                S3Configuration.builder()
                    .chunkedEncodingEnabled(false)
                    .pathStyleAccessEnabled(url.endpoint().isPresent())
                    .build())
            .overrideConfiguration(
                settings -> settings.retryStrategy(retries(deadline)).apiCallTimeout(deadline));
    url.endpoint().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  private static DefaultCredentialsProvider credentials() throws StoreProblem {
    DefaultCredentialsProvider credentials = DefaultCredentialsProvider.builder().build();
    try {
      credentials.resolveCredentials();
      return credentials;
    } catch (SdkClientException problem) {
      credentials.close();
      throw new StoreProblem(
          Kind.DENIED,
          "no S3 credentials were found: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run"
              + " aws configure",
          problem);
    }
  }

  private static Region region(StoreUrl.S3 url) throws StoreProblem {
    if (url.region().isPresent()) {
      return Region.of(url.region().get());
    }
    // A store of one's own need not be asked where it is: most take any region for an answer.
    AwsRegionProvider told =
        url.endpoint().isPresent()
            ? new AwsRegionProviderChain(
                new SystemSettingsRegionProvider(),
                new AwsProfileRegionProvider(),
                () -> Region.US_EAST_1)
            : new DefaultAwsRegionProviderChain();
    try {
      return told.getRegion();
    } catch (SdkClientException problem) {
      throw new StoreProblem(
          Kind.DENIED,
          "nothing says in which region the bucket "
              + url.bucket()
              + " is: write ?region=REGION behind it, or set AWS_REGION",
          problem);
    }
  }

  private static StandardRetryStrategy retries(Duration deadline) {
    BackoffStrategy pauses =
        BackoffStrategy.exponentialDelay(
            shorter(Duration.ofMillis(500), deadline.dividedBy(20)),
            shorter(Duration.ofSeconds(10), deadline.dividedBy(4)));
    return AwsRetryStrategy.standardRetryStrategy().toBuilder()
        .maxAttempts(MOST_TRIES)
        .circuitBreakerEnabled(false)
        .backoffStrategy(pauses)
        .throttlingBackoffStrategy(pauses)
        .retryOnException(AmazonClient::passes)
        .build();
  }

  /** What is not among the client's own reasons to try again. */
  private static boolean passes(Throwable problem) {
    if (!(problem instanceof AwsServiceException answer)) {
      return false;
    }
    int status = answer.statusCode();
    return status == 408 || status == 429 || status >= 500 || PASSING.contains(code(answer));
  }

  static String code(AwsServiceException answer) {
    return answer.awsErrorDetails() == null || answer.awsErrorDetails().errorCode() == null
        ? ""
        : answer.awsErrorDetails().errorCode();
  }

  static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
