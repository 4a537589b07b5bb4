package dev.berth.e2e.pulumi;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import io.grpc.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A pretended cloud: one JSON file an object, so that several processes share it and a test makes
 * drift by changing a file.
 */
record Cloud(Path folder) {

  /** What tells one object of a type from another, in the order an id names it. */
  private static final List<String> IDENTITY =
      List.of(
          "project",
          "location",
          "bucket",
          "managedFolder",
          "secretId",
          "topic",
          "subscription",
          "repository",
          "cluster",
          "namespace",
          "name",
          "service",
          "accountId",
          "role",
          "member");

  String create(String type, Struct inputs) {
    String id = id(inputs);
    if (get(type, id).isPresent()) {
      throw Status.ALREADY_EXISTS
          .withDescription(type + " " + id + " already exists")
          .asRuntimeException();
    }
    put(type, id, inputs);
    return id;
  }

  Optional<Struct> get(String type, String id) {
    Path file = file(type, id);
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      Struct.Builder inputs = Struct.newBuilder();
      JsonFormat.parser().merge(Files.readString(file), inputs);
      return Optional.of(inputs.build());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  void put(String type, String id, Struct inputs) {
    Path file = file(type, id);
    try {
      Files.createDirectories(file.getParent());
      Path next = Files.createTempFile(file.getParent(), "next", "");
      Files.writeString(next, JsonFormat.printer().print(inputs));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  void delete(String type, String id) {
    try {
      Files.deleteIfExists(file(type, id));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The files of all objects. */
  List<Path> objects() throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> path.toString().endsWith(".json")).sorted().toList();
    }
  }

  /** Those that are in the cluster and in a team's namespace: the platform keeps its policies. */
  List<Path> ofFleet() throws IOException {
    return objects().stream()
        .filter(path -> path.toString().contains("kubernetes"))
        .filter(path -> !path.toString().contains("ValidatingAdmissionPolicy"))
        .filter(path -> !path.toString().contains("ClusterNetworkPolicy"))
        .toList();
  }

  Path file(String type, String id) {
    // A principal is longer than a file's name may be.
    String name = encoded(id.substring(Math.max(0, id.length() - 60)));
    return folder.resolve(encoded(type)).resolve(name + "-" + id.hashCode() + ".json");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static String id(Struct inputs) {
    Struct metadata = inputs.getFieldsOrDefault("metadata", text("")).getStructValue();
    return Stream.of(metadata, inputs)
        .flatMap(
            named ->
                IDENTITY.stream()
                    .filter(named::containsFields)
                    .map(key -> named.getFieldsOrThrow(key).getStringValue()))
        .collect(Collectors.joining("/"));
  }

  /** The inputs, and what a real provider would tell on top and our programs use. */
  static Struct outputs(String type, Struct inputs) {
    Struct.Builder outputs = inputs.toBuilder();
    if (type.equals("gcp:serviceaccount/account:Account")) {
      String account = inputs.getFieldsOrThrow("accountId").getStringValue();
      outputs.putFields("email", text(account + "@example.iam.gserviceaccount.com"));
    }
    if (type.equals("gcp:container/cluster:Cluster")) {
      Struct dns = Struct.newBuilder().putFields("endpoint", text("gke-0123.gke.example")).build();
      Struct endpoints = Struct.newBuilder().putFields("dnsEndpointConfig", of(dns)).build();
      outputs.putFields("controlPlaneEndpointsConfig", of(endpoints));
    }
    return outputs.build();
  }

  static Value text(String text) {
    return Value.newBuilder().setStringValue(text).build();
  }

  private static Value of(Struct struct) {
    return Value.newBuilder().setStructValue(struct).build();
  }
}
