package io.tocsin.notifier.reference;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.notifier.Board;
import io.tocsin.notifier.cluster.ControllerOptions;
import io.tocsin.notifier.cluster.NotificationController;
import io.tocsin.notifier.config.ConfigurationReader;
import io.tocsin.notifier.config.StandardServices;
import io.tocsin.notifier.observability.Metrics;
import io.tocsin.notifier.pipeline.PipelineListener;
import io.tocsin.services.http.HttpClients;
import io.tocsin.services.spi.ServiceContext;
import io.tocsin.services.spi.ServiceState;
import io.tocsin.templates.GoTemplates;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The list of metrics is what a controller shows that has sent a message and given one up. */
@Timeout(60)
final class MetricsReferenceTest {
  private static final Pattern HELP =
      Pattern.compile("(?m)^# HELP (\\S+) (.*)\n# TYPE \\S+ (\\w+)$");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");

  private static final String CONFIGURATION =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: argocd-notifications-cm, namespace: argocd}
      data:
        service.webhook.good: "url: RECEIVER/good"
        service.opsgenie: "{apiUrl: RECEIVER, apiKeys: {}}"
        template.t: "webhook: {good: {method: POST, body: '{}'}}"
        trigger.t: |
          - when: app.status.health.status == 'Degraded'
            send: [t]
        subscriptions: |
          - {recipients: [good, 'opsgenie:nobody'], triggers: [t]}
      """;

  @Test
  void theListIsCurrent() throws Exception {
    Metrics metrics = new Metrics(Clock.systemUTC());
    try (Board board = new Board();
        KubernetesClient client = board.client();
        NotificationController controller = controller(client, metrics)) {
      board.apply(CONFIGURATION);
      board.apply(
          "{apiVersion: v1, kind: Secret, metadata: {name: argocd-notifications-secret, namespace: argocd}}");
      controller.start(() -> false);
      controller.lead();
      board.applicationDegraded("argocd", "guestbook");
      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () ->
                  metrics.scrape().contains("tocsin_dead_letters_total{")
                      && metrics.scrape().contains("tocsin_delivery_latency_seconds_count{"));
    }

    Generated.of("configuration.md", "metrics").is(table(metrics.scrape()));
  }

  private static String table(String scrape) {
    Map<String, String> rows = new TreeMap<>();
    Matcher help = HELP.matcher(scrape);
    while (help.find()) {
      String name = help.group(1);
      if (!name.endsWith("_max")) {
        rows.put(
            name,
            "| `%s` | %s | %s | %s |"
                .formatted(name, help.group(3), labels(scrape, name), help.group(2)));
      }
    }
    return rows.values().stream()
        .collect(
            Collectors.joining(
                "\n", "| metric | type | labels | meaning |\n| --- | --- | --- | --- |\n", ""));
  }

  private static String labels(String scrape, String name) {
    Matcher series =
        Pattern.compile("(?m)^" + Pattern.quote(name) + "(?:_count|_total)?\\{(.*)}")
            .matcher(scrape);
    TreeSet<String> labels = new TreeSet<>();
    while (series.find()) {
      LABEL.matcher(series.group(1)).results().forEach(label -> labels.add(label.group(1)));
    }
    return labels.stream().map(label -> "`" + label + "`").collect(Collectors.joining(", "));
  }

  private static NotificationController controller(KubernetesClient client, Metrics metrics) {
    ServiceContext context = ServiceContext.of(HttpClients.create(Map.of()), Clock.systemUTC());
    return new NotificationController(
        client,
        ControllerOptions.in("argocd"),
        new NotificationController.Parts(
            new ConfigurationReader(
                new StandardServices(context, Map.of("go", GoTemplates.withSprig()))),
            Optional.empty(),
            Map.of(),
            ServiceState.NONE,
            metrics,
            new PipelineListener() {},
            Clock.systemUTC()));
  }
}
