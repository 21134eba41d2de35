package io.tocsin.notifier.failure;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.tocsin.embedded.real.RealKubernetes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real API server of one test's own, with a client of an administrator. */
final class Api implements AutoCloseable {
  private static final Pattern REQUESTS =
      Pattern.compile("(?m)^apiserver_request_total\\{([^}]*)} (\\S+)$");

  private final RealKubernetes server = RealKubernetes.start(RealKubernetes.assets().orElseThrow());
  private final KubernetesClient client =
      new KubernetesClientBuilder()
          .withConfig(
              new ConfigBuilder(Config.fromKubeconfig(server.kubeconfig()))
                  .withHttp2Disable(true)
                  .build())
          .build();

  RealKubernetes server() {
    return server;
  }

  KubernetesClient client() {
    return client;
  }

  URI uri() {
    return server.uri();
  }

  /** Answered requests for a resource so far, watches left out, as the server itself counts. */
  long requests(String resource) {
    long sum = 0;
    Matcher line = REQUESTS.matcher(metrics());
    while (line.find()) {
      String labels = line.group(1);
      if (labels.contains("resource=\"" + resource + "\"") && !labels.contains("verb=\"WATCH\"")) {
        sum += (long) Double.parseDouble(line.group(2));
      }
    }
    return sum;
  }

  private String metrics() {
    try {
      return server
          .httpClient()
          .send(
              HttpRequest.newBuilder(uri().resolve("/metrics"))
                  .header("Authorization", "Bearer " + server.token())
                  .build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
