package io.tocsin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What tests of clients can do to them. */
class FaultsTest {
  private final EmbeddedKubernetes server = EmbeddedKubernetes.start();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    http.shutdownNow();
    server.close();
  }

  @Test
  void anInformerListsAgainAfterItsWatchAndTheHistoryAreLost() {
    server.store().put(TestObjects.configMap("default", "stays", "1"));
    server.store().put(TestObjects.configMap("default", "goes", "1"));
    List<String> deleted = new CopyOnWriteArrayList<>();
    try (KubernetesClient client = client();
        SharedIndexInformer<ConfigMap> informer =
            client.configMaps().inNamespace("default").inform(onDelete(deleted))) {
      await().until(() -> informer.getStore().list().size() == 2);
      long lists = server.requests().of("list", "configmaps");

      server.freeze();
      server.dropWatches();
      server.store().delete("v1", "ConfigMap", "default", "goes");
      server.store().put(TestObjects.configMap("default", "comes", "1"));
      server.store().compact();
      server.unfreeze();

      await().atMost(Duration.ofSeconds(20)).until(() -> deleted.contains("goes"));
      assertThat(informer.getStore().listKeys())
          .containsExactlyInAnyOrder("default/stays", "default/comes");
      assertThat(server.requests().of("list", "configmaps")).isGreaterThan(lists);
    }
  }

  @Test
  void aFrozenServerAnswersNothingUntilItGoesOn() throws Exception {
    server.freeze();
    HttpRequest hurried = request("/healthz").timeout(Duration.ofMillis(200)).build();
    assertThatThrownBy(() -> send(hurried)).isInstanceOf(HttpTimeoutException.class);

    server.unfreeze();
    assertThat(send(request("/healthz").build()).body()).isEqualTo("ok");
  }

  @Test
  void aPlannedNumberOfRequestsFails() throws Exception {
    server.refuse("list", "configmaps", 503, 2);

    for (int expected : new int[] {503, 503, 200}) {
      HttpResponse<String> answer = send(request("/api/v1/configmaps").build());
      assertThat(answer.statusCode()).isEqualTo(expected);
    }
    assertThat(send(request("/api/v1/secrets").build()).statusCode()).isEqualTo(200);
    assertThatThrownBy(() -> server.refuse("list", "configmaps", 200, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void requestsAreCounted() throws Exception {
    send(request("/api/v1/configmaps").build());
    send(request("/api/v1/namespaces/default/configmaps/nope").build());
    send(request("/api/v1/namespaces/default/configmaps/nope").build());

    assertThat(server.requests().of("list", "configmaps")).isEqualTo(1);
    assertThat(server.requests().of("get", "configmaps")).isEqualTo(2);
    assertThat(server.requests().of("get", "secrets")).isZero();
    server.requests().reset();
    assertThat(server.requests().all()).isEmpty();
  }

  @Test
  void aWatcherThatFallsBehindTheHistoryIsTold() throws Exception {
    try (EmbeddedKubernetes shortLived =
        EmbeddedKubernetes.start(Options.defaults().withHistory(3))) {
      long version = shortLived.store().version();
      for (int i = 0; i < 5; i++) {
        shortLived.store().put(TestObjects.configMap("default", "cm", Integer.toString(i)));
      }
      URI watch =
          shortLived
              .uri()
              .resolve("/api/v1/configmaps?watch=1&timeoutSeconds=1&resourceVersion=" + version);
      assertThat(send(HttpRequest.newBuilder(watch).build()).body())
          .startsWith("{\"type\":\"ERROR\"")
          .contains("\"code\":410");
    }
  }

  private KubernetesClient client() {
    return new KubernetesClientBuilder()
        .withConfig(Config.fromKubeconfig(server.kubeconfig()))
        .build();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.uri().resolve(path));
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static ResourceEventHandler<ConfigMap> onDelete(List<String> deleted) {
    return new ResourceEventHandler<>() {
      @Override
      public void onAdd(ConfigMap object) {}

      @Override
      public void onUpdate(ConfigMap before, ConfigMap after) {}

      @Override
      public void onDelete(ConfigMap object, boolean stateUnknown) {
        deleted.add(object.getMetadata().getName());
      }
    };
  }
}
