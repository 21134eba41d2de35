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

/**
 * Tells of healthy Applications and of failed objects of the kinds that are configured, once per
 * revision, and can do nothing else.
 */
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
    TinyController controller = new TinyController(configuration);
    client
        .genericKubernetesResources("argoproj.io/v1alpha1", "Application")
        .inNamespace(arguments[1])
        .inform(controller);
    configuration.forEach(
        (key, text) -> {
          if (key.startsWith("resource.")) {
            client
                .genericKubernetesResources(line(text, "group") + "/v1", line(text, "kind"))
                .inNamespace(arguments[1])
                .inform(controller);
          }
        });
    serve(Integer.parseInt(arguments[2]));
  }

  private static String line(String text, String key) {
    return text.lines()
        .filter(line -> line.startsWith(key + ":"))
        .findFirst()
        .orElseThrow()
        .substring(key.length() + 1)
        .replaceAll("[\" ]", "");
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
  public void onUpdate(GenericKubernetesResource before, GenericKubernetesResource object) {
    boolean isApplication = object.getKind().equals("Application");
    String revision =
        isApplication
            ? object.get("status", "operationState", "syncResult", "revision")
            : object.get("status", "revision");
    boolean fires =
        isApplication
            ? "Healthy".equals(object.get("status", "health", "status"))
            : "Failed".equals(object.get("status", "phase"));
    if (fires && told.add(revision)) {
      object.getMetadata().getAnnotations().keySet().stream()
          .filter(annotation -> annotation.startsWith(SUBSCRIBE))
          .map(annotation -> annotation.substring(SUBSCRIBE.length()))
          .forEach(receiver -> tell(receiver, object.getMetadata().getName(), revision));
    }
  }

  @Override
  public void onDelete(GenericKubernetesResource application, boolean unknown) {}

  private void tell(String receiver, String application, String revision) {
    String url = line(configuration.get("service.webhook." + receiver), "url");
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
