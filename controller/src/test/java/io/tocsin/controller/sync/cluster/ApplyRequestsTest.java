package io.tocsin.controller.sync.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.sync.ApplyOptions;
import io.tocsin.controller.sync.ApplyOptions.Method;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What options say to a server that is newer than those of the other tests. */
class ApplyRequestsTest {
  private static final KubeObject ONE =
      new KubeObject(
          Map.of(
              "apiVersion", "v1",
              "kind", "ConfigMap",
              "metadata", Map.of("name", "one", "namespace", "team")));

  private final List<String> writes = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private KubernetesClient client;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    client =
        new KubernetesClientBuilder()
            .withConfig(new ConfigBuilder().withMasterUrl(url).build())
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  /** Nothing is there, and everything may be written. */
  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean reads = exchange.getRequestMethod().equals("GET");
      if (!reads) {
        writes.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getQuery());
      }
      byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reads ? 404 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private void apply(Method method, boolean validate, boolean dryRun) {
    new KubernetesCluster(client)
        .apply(
            ResourceKind.CONFIG_MAP,
            ONE,
            new ApplyOptions(method, false, validate, dryRun, Set.of()));
  }

  @Test
  void fieldsThatNobodyKnowsAreRefusedUnlessNothingIsToBeValidated() {
    apply(Method.CLIENT, true, false);
    apply(Method.CLIENT, false, false);

    assertThat(writes)
        .containsExactly(
            "POST fieldManager=argocd-controller&fieldValidation=Strict",
            "POST fieldManager=argocd-controller&fieldValidation=Ignore");
  }

  @Test
  void aDryRunIsTheServers() {
    apply(Method.CLIENT, true, true);
    apply(Method.SERVER, true, true);
    apply(Method.REPLACE, true, true);

    assertThat(writes)
        .containsExactly(
            "POST dryRun=All&fieldManager=argocd-controller&fieldValidation=Strict",
            "PATCH dryRun=All&fieldManager=argocd-controller&fieldValidation=Strict&force=true",
            "POST dryRun=All&fieldManager=argocd-controller&fieldValidation=Strict");
  }
}
