package io.tocsin.embedded.real;

import io.tocsin.embedded.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A kube-apiserver and its etcd as child processes on the loopback interface, with data in a fresh
 * temporary folder. Nothing else of a cluster runs: no controllers, no nodes.
 */
public final class RealKubernetes implements AutoCloseable {
  private static final String TOKEN = "test-admin-token";
  private static final String AUDIT = "audit.log";
  private static final List<String> AUDITED =
      List.of(
          "apiVersion: audit.k8s.io/v1",
          "kind: Policy",
          "omitStages: [RequestReceived]",
          "rules: [{level: Metadata, userGroups: ['system:serviceaccounts']}, {level: None}]");
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final Path directory;
  private final Program etcd;
  private final Program apiServer;
  private final List<Integer> ports;
  private final HttpClient http = Loopback.client();

  private RealKubernetes(Path directory, Program etcd, Program apiServer, List<Integer> ports) {
    this.directory = directory;
    this.etcd = etcd;
    this.apiServer = apiServer;
    this.ports = ports;
  }

  /** The folder with kube-apiserver and etcd that {@code KUBEBUILDER_ASSETS} names, when set. */
  public static Optional<Path> assets() {
    return Optional.ofNullable(System.getenv("KUBEBUILDER_ASSETS"))
        .filter(value -> !value.isBlank())
        .map(Path::of);
  }

  /**
   * Starts both and waits until the API is ready, at most two minutes.
   *
   * @param assets a folder with kube-apiserver and etcd
   * @throws IllegalStateException when they do not get ready
   */
  public static RealKubernetes start(Path assets) {
    return start(assets, List.of());
  }

  /**
   * Starts both; what service accounts ask is written to {@link #auditLog}.
   *
   * @throws IllegalStateException when they do not get ready
   */
  public static RealKubernetes audited(Path assets) {
    return start(assets, AUDITED);
  }

  private static RealKubernetes start(Path assets, List<String> audited) {
    try {
      Path directory = Files.createTempDirectory("kube-apiserver-");
      Path tokens = directory.resolve("tokens.csv");
      Files.writeString(tokens, TOKEN + ",admin,admin,system:masters\n");
      Path key = ServiceAccountKey.write(directory.resolve("sa.key"));
      List<Integer> ports = freePorts(3);
      Program etcd = new Program(directory.resolve("etcd.log"), etcd(assets, directory, ports));
      Program apiServer =
          new Program(
              directory.resolve("kube-apiserver.log"),
              Stream.of(apiServer(assets, directory, ports, tokens, key), audit(directory, audited))
                  .flatMap(List::stream)
                  .toList());
      RealKubernetes started = new RealKubernetes(directory, etcd, apiServer, ports);
      started.awaitReady();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException("The API server cannot be started.", e);
    }
  }

  private static List<String> etcd(Path assets, Path directory, List<Integer> ports) {
    String clients = "http://127.0.0.1:" + ports.get(0);
    String peers = "http://127.0.0.1:" + ports.get(1);
    return List.of(
        assets.resolve("etcd").toString(),
        "--data-dir=" + directory.resolve("etcd"),
        "--log-level=error",
        "--unsafe-no-fsync",
        "--listen-client-urls=" + clients,
        "--advertise-client-urls=" + clients,
        "--listen-peer-urls=" + peers);
  }

  private static List<String> apiServer(
      Path assets, Path directory, List<Integer> ports, Path tokens, Path key) {
    return List.of(
        assets.resolve("kube-apiserver").toString(),
        "--etcd-servers=http://127.0.0.1:" + ports.get(0),
        "--bind-address=127.0.0.1",
        "--secure-port=" + ports.get(2),
        "--cert-dir=" + directory.resolve("certs"),
        "--service-cluster-ip-range=10.0.0.0/24",
        "--authorization-mode=RBAC",
        "--token-auth-file=" + tokens,
        "--service-account-issuer=https://kubernetes.default.svc",
        "--service-account-signing-key-file=" + key,
        "--service-account-key-file=" + key,
        "--disable-admission-plugins=ServiceAccount");
  }

  private static List<String> audit(Path directory, List<String> policy) throws IOException {
    if (policy.isEmpty()) {
      return List.of();
    }
    Path file = Files.write(directory.resolve("audit.yaml"), policy);
    return List.of("--audit-policy-file=" + file, "--audit-log-path=" + directory.resolve(AUDIT));
  }

  private static List<Integer> freePorts(int count) throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return sockets.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (ServerSocket socket : sockets) {
        socket.close();
      }
    }
  }

  private void awaitReady() {
    try {
      ReadyProbe probe = new ReadyProbe(http, uri(), TOKEN);
      if (!probe.await(START_LIMIT, () -> etcd.isAlive() && apiServer.isAlive())) {
        String log = apiServer.log();
        close();
        throw new IllegalStateException("The API server did not get ready: " + log);
      }
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The start was interrupted.", e);
    }
  }

  /** The root of the API. */
  public URI uri() {
    return URI.create("https://127.0.0.1:" + ports.get(2));
  }

  /** A client that trusts the server's certificate; usable until this is closed. */
  public HttpClient httpClient() {
    return http;
  }

  /** Makes etcd forget its history, after which pages that go back are answered with 410. */
  public void compact() {
    new Etcd(http, URI.create("http://127.0.0.1:" + ports.get(0))).compact();
  }

  /** Ends the API server at once, as SIGKILL does; etcd goes on. */
  public void kill() {
    apiServer.kill();
  }

  /**
   * Starts the API server again at the same address and waits until it is ready.
   *
   * @throws IllegalStateException when it does not get ready
   */
  public void restart() {
    try {
      apiServer.restart();
    } catch (IOException e) {
      throw new UncheckedIOException("The API server cannot be started again.", e);
    }
    awaitReady();
  }

  /** The API server's process. */
  public long pid() {
    return apiServer.pid();
  }

  /** The bearer token of a cluster administrator. */
  public String token() {
    return TOKEN;
  }

  /** The certificate that the server signs itself with, as PEM. */
  public Path certificate() {
    return directory.resolve("certs").resolve("apiserver.crt");
  }

  /** A line of JSON for each answer, in the form of audit.k8s.io/v1; of an audited server. */
  public Path auditLog() {
    return directory.resolve(AUDIT);
  }

  /** A kubeconfig for a cluster administrator, as YAML. */
  public String kubeconfig() {
    return kubeconfig(TOKEN, "default");
  }

  /** A kubeconfig for whom a bearer token stands for, as YAML. */
  public String kubeconfig(String token, String namespace) {
    Map<String, Object> cluster = new LinkedHashMap<>();
    cluster.put("server", uri().toString());
    cluster.put("certificate-authority", certificate().toString());
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("apiVersion", "v1");
    config.put("kind", "Config");
    config.put("current-context", "real");
    config.put("clusters", named("cluster", cluster));
    config.put("users", named("user", Map.of("token", token)));
    config.put(
        "contexts",
        named("context", Map.of("cluster", "real", "user", "real", "namespace", namespace)));
    return new String(Json.yaml(config), StandardCharsets.UTF_8);
  }

  private static List<Object> named(String key, Map<String, Object> value) {
    return List.of(Map.of("name", "real", key, value));
  }

  /** Stops both processes and deletes their data. */
  @Override
  public void close() {
    http.shutdownNow();
    apiServer.close();
    etcd.close();
    TemporaryFolder.delete(directory);
  }
}
