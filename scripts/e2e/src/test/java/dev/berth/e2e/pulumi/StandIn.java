package dev.berth.e2e.pulumi;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import pulumirpc.Plugin.PluginInfo;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;
import pulumirpc.Provider.PropertyDiff;
import pulumirpc.Provider.ProviderHandshakeRequest;
import pulumirpc.Provider.ProviderHandshakeResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;
import pulumirpc.ResourceProviderGrpc.ResourceProviderImplBase;

/**
 * Stands in for the Google Cloud and the Kubernetes provider: takes every input and keeps it in a
 * file. What it proves is what the engine does with our programs; what the real clouds make of an
 * input it cannot tell.
 *
 * <p>Environment: {@code STANDIN_CLOUD}, the folder of its objects; {@code STANDIN_VERSION}; {@code
 * STANDIN_DELAY_MS}, how long each change takes; {@code STANDIN_REFUSE}, part of the URN of what it
 * refuses to make.
 */
public final class StandIn extends ResourceProviderImplBase {

  /** Inputs whose change asks for another object. */
  private static final Set<String> IDENTITY =
      Set.of("project", "location", "bucket", "managedFolder", "cluster", "name", "namespace");

  private final Cloud cloud = new Cloud(Path.of(System.getenv("STANDIN_CLOUD")));
  private final String version = System.getenv("STANDIN_VERSION");
  private final long delayMilliseconds =
      Long.parseLong(System.getenv().getOrDefault("STANDIN_DELAY_MS", "0"));
  private final Optional<String> refused = Optional.ofNullable(System.getenv("STANDIN_REFUSE"));

  private StandIn() {}

  /** The engine reads the port from the first line of output. */
  public static void main(String... args) throws Exception {
    // The engine may be killed: its plugins must not outlive it.
    ProcessHandle.current()
        .parent()
        .ifPresent(engine -> engine.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
    var server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .maxInboundMessageSize(400 << 20)
            .addService(new StandIn())
            .build()
            .start();
    System.out.println(server.getPort());
    System.out.flush();
    server.awaitTermination();
  }

  private static <T> void answer(StreamObserver<T> to, Supplier<T> what) {
    try {
      T answer = what.get();
      to.onNext(answer);
      to.onCompleted();
    } catch (RuntimeException failed) {
      Status status = Status.fromThrowable(failed);
      to.onError(
          (status.getDescription() == null ? status.withDescription(failed.toString()) : status)
              .asRuntimeException());
    }
  }

  private void change(String urn) {
    if (refused.filter(urn::contains).isPresent()) {
      throw Status.FAILED_PRECONDITION
          .withDescription("the stand-in refuses it")
          .asRuntimeException();
    }
    try {
      Thread.sleep(delayMilliseconds);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void handshake(
      ProviderHandshakeRequest request, StreamObserver<ProviderHandshakeResponse> to) {
    answer(to, ProviderHandshakeResponse::getDefaultInstance);
  }

  @Override
  public void getPluginInfo(Empty request, StreamObserver<PluginInfo> to) {
    answer(to, () -> PluginInfo.newBuilder().setVersion(version).build());
  }

  @Override
  public void checkConfig(CheckRequest request, StreamObserver<CheckResponse> to) {
    check(request, to);
  }

  @Override
  public void diffConfig(DiffRequest request, StreamObserver<DiffResponse> to) {
    diff(request, to);
  }

  @Override
  public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> to) {
    answer(to, () -> ConfigureResponse.newBuilder().setSupportsPreview(true).build());
  }

  @Override
  public void check(CheckRequest request, StreamObserver<CheckResponse> to) {
    answer(to, () -> CheckResponse.newBuilder().setInputs(request.getNews()).build());
  }

  @Override
  public void diff(DiffRequest request, StreamObserver<DiffResponse> to) {
    answer(to, () -> diff(request.getOldInputs(), request.getNews()));
  }

  private static DiffResponse diff(Struct before, Struct now) {
    Map<String, Value> old = before.getFieldsMap();
    DiffResponse.Builder diff =
        DiffResponse.newBuilder()
            .setHasDetailedDiff(true)
            .setDeleteBeforeReplace(true)
            .setChanges(DiffResponse.DiffChanges.DIFF_NONE);
    Set<String> keys = new java.util.TreeSet<>(old.keySet());
    keys.addAll(now.getFieldsMap().keySet());
    for (String key : keys) {
      if (!Optional.ofNullable(old.get(key))
          .equals(Optional.ofNullable(now.getFieldsMap().get(key)))) {
        boolean replace = IDENTITY.contains(key);
        diff.setChanges(DiffResponse.DiffChanges.DIFF_SOME)
            .addDiffs(key)
            .putDetailedDiff(
                key,
                PropertyDiff.newBuilder()
                    .setKind(replace ? PropertyDiff.Kind.UPDATE_REPLACE : PropertyDiff.Kind.UPDATE)
                    .build());
        if (replace) {
          diff.addReplaces(key);
        }
      }
    }
    return diff.build();
  }

  @Override
  public void create(CreateRequest request, StreamObserver<CreateResponse> to) {
    answer(
        to,
        () -> {
          Struct inputs = request.getProperties();
          if (request.getPreview()) {
            return CreateResponse.newBuilder().setProperties(inputs).build();
          }
          change(request.getUrn());
          String id = cloud.create(request.getType(), inputs);
          return CreateResponse.newBuilder()
              .setId(id)
              .setProperties(Cloud.outputs(request.getType(), inputs))
              .build();
        });
  }

  @Override
  public void update(UpdateRequest request, StreamObserver<UpdateResponse> to) {
    answer(
        to,
        () -> {
          if (!request.getPreview()) {
            change(request.getUrn());
            cloud.put(request.getType(), request.getId(), request.getNews());
          }
          return UpdateResponse.newBuilder()
              .setProperties(Cloud.outputs(request.getType(), request.getNews()))
              .build();
        });
  }

  @Override
  public void delete(DeleteRequest request, StreamObserver<Empty> to) {
    answer(
        to,
        () -> {
          change(request.getUrn());
          cloud.delete(request.getType(), request.getId());
          return Empty.getDefaultInstance();
        });
  }

  @Override
  public void read(ReadRequest request, StreamObserver<ReadResponse> to) {
    answer(
        to,
        () ->
            cloud
                .get(request.getType(), request.getId())
                .map(
                    inputs ->
                        ReadResponse.newBuilder()
                            .setId(request.getId())
                            .setInputs(inputs)
                            .setProperties(Cloud.outputs(request.getType(), inputs))
                            .build())
                .orElseGet(ReadResponse::getDefaultInstance));
  }

  @Override
  public void invoke(InvokeRequest request, StreamObserver<InvokeResponse> to) {
    answer(
        to,
        () -> {
          if (!request.getTok().equals("gcp:organizations/getProject:getProject")) {
            throw Status.UNIMPLEMENTED.withDescription(request.getTok()).asRuntimeException();
          }
          return InvokeResponse.newBuilder()
              .setReturn(
                  request.getArgs().toBuilder()
                      .putFields("number", Cloud.text("123456789012"))
                      .build())
              .build();
        });
  }

  @Override
  public void cancel(Empty request, StreamObserver<Empty> to) {
    answer(to, Empty::getDefaultInstance);
  }
}
