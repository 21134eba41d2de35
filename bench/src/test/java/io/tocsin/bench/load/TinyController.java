package io.tocsin.bench.load;

import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.io.File;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells of healthy Applications, once per revision, and can do nothing else. */
public final class TinyController implements ResourceEventHandler<GenericKubernetesResource> {
  private static final String SUBSCRIBE = "notifications.argoproj.io/subscribe.fires-0.";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private final Map<String, String> configuration;

  private TinyController(Map<String, String> configuration) {
    this.configuration = configuration;
  }

  /** Kubeconfig, namespace and port. */
  public static void main(String... arguments) throws Exception {
    Config config =
        new ConfigBuilder(Config.fromKubeconfig(new File(arguments[0])))
            .withHttp2Disable(true)
            .build();
    KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build();
    Map<String, String> configuration =
        client
            .configMaps()
            .inNamespace(arguments[1])
            .withName("argocd-notifications-cm")
            .get()
            .getData();
    client
        .genericKubernetesResources("argoproj.io/v1alpha1", "Application")
        .inNamespace(arguments[1])
        .inform(new TinyController(configuration));
    serve(Integer.parseInt(arguments[2]));
  }

  private static void serve(int port) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(
        "/readyz",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  @Override
  public void onAdd(GenericKubernetesResource application) {
    onUpdate(application, application);
  }

  @Override
  public void onUpdate(GenericKubernetesResource before, GenericKubernetesResource application) {
    String revision = application.get("status", "operationState", "syncResult", "revision");
    if ("Healthy".equals(application.get("status", "health", "status")) && told.add(revision)) {
      application.getMetadata().getAnnotations().keySet().stream()
          .filter(annotation -> annotation.startsWith(SUBSCRIBE))
          .map(annotation -> annotation.substring(SUBSCRIBE.length()))
          .forEach(receiver -> tell(receiver, application.getMetadata().getName(), revision));
    }
  }

  @Override
  public void onDelete(GenericKubernetesResource application, boolean unknown) {}

  private void tell(String receiver, String application, String revision) {
    String url =
        configuration
            .get("service.webhook." + receiver)
            .lines()
            .filter(line -> line.startsWith("url:"))
            .findFirst()
            .orElseThrow()
            .replaceAll("url:|[\" ]", "");
    String body =
        "{\"application\":\"%s\",\"trigger\":\"fires-0\",\"revision\":\"%s\"}"
            .formatted(application, revision);
    var _ =
        http.sendAsync(
            HttpRequest.newBuilder(URI.create(url))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.discarding());
  }
}
