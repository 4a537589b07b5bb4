package dev.berth.knowledge.google;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.gax.retrying.RetrySettings;
import com.google.auth.Credentials;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.cloud.NoCredentials;
import com.google.cloud.ServiceOptions;
import com.google.cloud.http.HttpTransportOptions;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.StorageOptions;
import com.google.cloud.storage.StorageRetryStrategy;
import dev.berth.knowledge.store.StoreProblem;
import dev.berth.knowledge.store.StoreProblem.Kind;
import dev.berth.knowledge.store.StoreUrl;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Makes Google's client: JSON over the HTTP client of the JDK. */
final class GoogleClient {

  private static final String SCOPE = "https://www.googleapis.com/auth/devstorage.read_write";

  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** The longest silence of a server within one request, and the longest one write may take. */
  private static final Duration SILENCE = Duration.ofSeconds(20);

  private GoogleClient() {}

  static Storage make(StoreUrl.Google url, Duration deadline) throws StoreProblem {
    StorageOptions.Builder options =
        StorageOptions.http()
            // Only buckets themselves belong to a project; unset, the client would look for it.
            .setProjectId("unused")
            .setTransportOptions(new Transport(deadline))
            .setRetrySettings(retries(deadline))
            // A create has its precondition, so that every call of a store may be repeated.
            .setStorageRetryStrategy(StorageRetryStrategy.getUniformStorageRetryStrategy());
    if (url.endpoint().isPresent()) {
      options.setHost(url.endpoint().get().toString()).setCredentials(NoCredentials.getInstance());
    } else {
      options.setCredentials(credentials());
    }
    return options.build().getService();
  }

  private static Credentials credentials() throws StoreProblem {
    try {
      return GoogleCredentials.getApplicationDefault().createScoped(SCOPE);
    } catch (IOException problem) {
      throw new StoreProblem(
          Kind.DENIED,
          "no Google credentials were found: run gcloud auth application-default login, or give"
              + " the pod a Workload Identity",
          problem);
    }
  }

  private static RetrySettings retries(Duration deadline) {
    return ServiceOptions.getDefaultRetrySettings().toBuilder()
        .setInitialRetryDelayDuration(shorter(Duration.ofMillis(500), deadline.dividedBy(20)))
        .setRetryDelayMultiplier(2)
        .setMaxRetryDelayDuration(shorter(Duration.ofSeconds(10), deadline.dividedBy(4)))
        .setMaxAttempts(0)
        .setLogicalTimeout(deadline)
        .build();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** The transport of the JDK alone: the default one looks for others that are left out. */
  private static final class Transport extends HttpTransportOptions {

    private static final long serialVersionUID = 1L;

    private final int writeMillis;

    Transport(Duration deadline) {
      super(
          HttpTransportOptions.newBuilder()
              .setHttpTransportFactory(NetHttpTransport::new)
              .setConnectTimeout(millis(CONNECT, deadline))
              .setReadTimeout(millis(SILENCE, deadline)));
      this.writeMillis = millis(SILENCE, deadline);
    }

    private static int millis(Duration most, Duration deadline) {
      return (int) shorter(most, deadline).toMillis();
    }

    @Override
    public HttpRequestInitializer getHttpRequestInitializer(ServiceOptions<?, ?> options) {
      HttpRequestInitializer usual = super.getHttpRequestInitializer(options);
      return request -> {
        usual.initialize(request);
        // Without it a server that stops reading holds an upload for ever.
        request.setWriteTimeout(writeMillis);
      };
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }
}
