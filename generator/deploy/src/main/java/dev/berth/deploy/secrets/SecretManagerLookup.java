package dev.berth.deploy.secrets;

import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpBackOffIOExceptionHandler;
import com.google.api.client.http.HttpBackOffUnsuccessfulResponseHandler;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestFactory;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpUnsuccessfulResponseHandler;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.util.ExponentialBackOff;
import com.google.auth.Credentials;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.GoogleCredentials;
import dev.berth.deploy.secrets.SecretAnswer.State;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Asks Secret Manager what it knows of each secret's newest version, as whoever is logged in. One
 * call a secret, {@code projects.secrets.versions.get} on {@code latest}, the version agents read:
 * it tells a missing secret from a disabled one and needs {@code secretmanager.versions.get} alone,
 * of which the smallest role is {@code roles/secretmanager.viewer} (
 * https://cloud.google.com/secret-manager/docs/access-control). The answer holds no value.
 */
public final class SecretManagerLookup implements SecretLookup {

  /** Where Google answers. */
  public static final String ENDPOINT = "https://secretmanager.googleapis.com";

  private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";
  private static final int AT_ONCE = 8;
  private static final int RETRIES = 4;

  /** Whom the questions come from. */
  public interface Login {
    /** The credentials, with a scope for Secret Manager. */
    Credentials credentials() throws IOException;
  }

  private final String endpoint;
  private final Login login;
  private final Duration patience;
  private final Duration firstWait;

  /**
   * @param endpoint without a slash at its end
   * @param patience for all answers together
   * @param firstWait before the first retry; each later one is longer
   */
  SecretManagerLookup(String endpoint, Login login, Duration patience, Duration firstWait) {
    this.endpoint = endpoint;
    this.login = login;
    this.patience = patience;
    this.firstWait = firstWait;
  }

  /** At Google, with the application-default credentials of this machine. */
  public static SecretManagerLookup ofThisMachine() {
    return new SecretManagerLookup(
        ENDPOINT,
        () -> GoogleCredentials.getApplicationDefault().createScoped(SCOPE),
        Duration.ofSeconds(30),
        Duration.ofMillis(500));
  }

  @Override
  public List<SecretAnswer> ask(String project, List<String> names) {
    HttpRequestFactory requests;
    try {
      requests = requests(new HttpCredentialsAdapter(login.credentials()));
    } catch (IOException nobody) {
      return names.stream()
          .map(
              name ->
                  new SecretAnswer(
                      name,
                      State.UNANSWERED,
                      "nobody is logged in to Google Cloud here: run `gcloud auth"
                          + " application-default login`"))
          .toList();
    }
    ExecutorService workers =
        Executors.newFixedThreadPool(
            AT_ONCE,
            work -> {
              Thread worker = new Thread(work, "secret-lookup");
              worker.setDaemon(true);
              return worker;
            });
    try {
      List<Future<SecretAnswer>> answers =
          workers.invokeAll(
              names.stream().map(name -> question(requests, project, name)).toList(),
              patience.toMillis(),
              TimeUnit.MILLISECONDS);
      List<SecretAnswer> said = new ArrayList<>();
      for (int each = 0; each < names.size(); each++) {
        said.add(answer(names.get(each), answers.get(each)));
      }
      return List.copyOf(said);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return names.stream().map(name -> unanswered(name, "interrupted")).toList();
    } finally {
      workers.shutdownNow();
    }
  }

  private Callable<SecretAnswer> question(
      HttpRequestFactory requests, String project, String name) {
    return () -> {
      HttpRequest request =
          requests.buildGetRequest(
              new GenericUrl(
                  endpoint + "/v1/projects/" + project + "/secrets/" + name + "/versions/latest"));
      HttpResponse response = request.execute();
      try {
        return SecretReplies.read(name, project, response.getStatusCode(), text(response));
      } finally {
        response.disconnect();
      }
    };
  }

  private static String text(HttpResponse response) throws IOException {
    return response.getContent() == null ? "" : response.parseAsString();
  }

  private SecretAnswer answer(String name, Future<SecretAnswer> future)
      throws InterruptedException {
    try {
      return future.get();
    } catch (CancellationException late) {
      return unanswered(name, "no answer within " + patience.toSeconds() + " s");
    } catch (ExecutionException failed) {
      return unanswered(
          name, failed.getCause() instanceof IOException ? "not reached" : "no sensible answer");
    }
  }

  private SecretAnswer unanswered(String name, String because) {
    return new SecretAnswer(
        name, State.UNANSWERED, "Secret Manager did not say (" + endpoint + "): " + because);
  }

  private HttpRequestFactory requests(HttpCredentialsAdapter credentials) {
    return new NetHttpTransport()
        .createRequestFactory(
            request -> {
              credentials.initialize(request);
              HttpUnsuccessfulResponseHandler again =
                  new HttpBackOffUnsuccessfulResponseHandler(backOff())
                      .setBackOffRequired(
                          response ->
                              response.getStatusCode() == 429 || response.getStatusCode() >= 500);
              // The credentials' own handler renews a token that is no longer good.
              request.setUnsuccessfulResponseHandler(
                  (failed, response, retry) ->
                      credentials.handleResponse(failed, response, retry)
                          || again.handleResponse(failed, response, retry));
              request.setIOExceptionHandler(new HttpBackOffIOExceptionHandler(backOff()));
              request.setNumberOfRetries(RETRIES);
              request.setConnectTimeout((int) patience.toMillis());
              request.setReadTimeout((int) patience.toMillis());
              request.setThrowExceptionOnExecuteError(false);
              request.setLoggingEnabled(false);
            });
  }

  private ExponentialBackOff backOff() {
    return new ExponentialBackOff.Builder()
        .setInitialIntervalMillis((int) firstWait.toMillis())
        .setMaxElapsedTimeMillis((int) patience.toMillis())
        .build();
  }
}
