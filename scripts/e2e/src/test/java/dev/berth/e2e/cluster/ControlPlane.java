package dev.berth.e2e.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Real etcd, kube-apiserver and kube-controller-manager on loopback. There is no kubelet: pods are
 * admitted and created, and never run.
 */
public final class ControlPlane implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path folder;
  private final Deque<Tool> tools = new ArrayDeque<>();
  private final ApiServer api;
  private final Path kubeconfig;

  private ControlPlane(Path folder) throws IOException, GeneralSecurityException {
    this.folder = Files.createDirectories(folder);
    Path data = Files.createTempDirectory(folder, "etcd-");
    int etcdPort = freePort();
    int peerPort = freePort();
    int apiPort = freePort();
    String etcd = "http://127.0.0.1:" + etcdPort;
    String peer = "http://127.0.0.1:" + peerPort;
    String token = randomToken();
    Path tokens = secret("tokens.csv", token + ",admin,admin,\"system:masters\"\n");
    Path key = secret("service-accounts.pem", privateKey());
    Path certificates = Files.createTempDirectory(folder, "certificates-");

    tools.push(
        Tool.start(
            folder,
            "etcd",
            List.of(
                "--unsafe-no-fsync",
                "--data-dir=" + data,
                "--listen-client-urls=" + etcd,
                "--advertise-client-urls=" + etcd,
                "--listen-peer-urls=" + peer,
                "--initial-advertise-peer-urls=" + peer,
                "--initial-cluster=default=" + peer)));
    tools.push(
        Tool.start(
            folder,
            "kube-apiserver",
            List.of(
                "--etcd-servers=" + etcd,
                "--bind-address=127.0.0.1",
                "--secure-port=" + apiPort,
                "--cert-dir=" + certificates,
                "--token-auth-file=" + tokens,
                "--authorization-mode=Node,RBAC",
                "--service-account-issuer=https://kubernetes.default.svc",
                "--service-account-key-file=" + key,
                "--service-account-signing-key-file=" + key,
                "--service-cluster-ip-range=10.0.0.0/24")));
    Path certificate = certificates.resolve("apiserver.crt");
    await("the API server's certificate", () -> Files.exists(certificate) && !isEmpty(certificate));
    api = new ApiServer(apiPort, token, certificate);
    await("the API server", () -> api.answers("/readyz"));
    kubeconfig =
        secret(
            "kubeconfig.json",
            """
            {"apiVersion": "v1", "kind": "Config", "current-context": "lane",
             "clusters": [{"name": "lane", "cluster":
               {"server": "https://127.0.0.1:%d", "certificate-authority": "%s"}}],
             "users": [{"name": "lane", "user": {"token": "%s"}}],
             "contexts": [{"name": "lane", "context": {"cluster": "lane", "user": "lane"}}]}
            """
                .formatted(apiPort, certificate, token));
    tools.push(
        Tool.start(
            folder,
            "kube-controller-manager",
            List.of(
                "--kubeconfig=" + kubeconfig,
                "--leader-elect=false",
                "--secure-port=0",
                "--service-account-private-key-file=" + key)));
    await(
        "the controllers", () -> api.answers("/api/v1/namespaces/default/serviceaccounts/default"));
  }

  /** Ready to judge; logs and data are written below {@code folder}. */
  public static ControlPlane start(Path folder) throws IOException, GeneralSecurityException {
    return new ControlPlane(folder);
  }

  public ApiServer api() {
    return api;
  }

  /** Of its administrator, in the context {@code lane}. */
  public Path kubeconfig() {
    return kubeconfig;
  }

  @Override
  public void close() {
    tools.forEach(Tool::close);
  }

  private void await(String what, BooleanSupplier there) {
    try {
      Await.until(
          what,
          PATIENCE,
          () -> {
            tools.forEach(Tool::mustRun);
            return there.getAsBoolean();
          });
    } catch (RuntimeException never) {
      close();
      throw never;
    }
  }

  private Path secret(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(file, text);
  }

  private static boolean isEmpty(Path file) {
    try {
      return Files.size(file) == 0;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String randomToken() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static String privateKey() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
        + "\n-----END PRIVATE KEY-----\n";
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
