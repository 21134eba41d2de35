package io.tocsin.services.alertmanager;

import io.tocsin.services.Destination;
import io.tocsin.services.Notification;
import io.tocsin.services.Outcome;
import io.tocsin.services.fields.Fields;
import io.tocsin.services.http.Exchange;
import io.tocsin.services.http.HttpRequest;
import io.tocsin.services.http.Json;
import io.tocsin.services.spi.HttpService;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Posts an alert to every member of a cluster at once; one that takes it is enough. */
final class AlertmanagerService extends HttpService {
  private static final Pattern SCP = Pattern.compile("git@([^:]+):(.*)");

  private final AlertmanagerOptions options;
  private final Clock clock;

  AlertmanagerService(AlertmanagerOptions options, Exchange exchange, Clock clock) {
    super(exchange);
    this.options = options;
    this.clock = clock;
  }

  @Override
  protected Outcome deliver(Notification notification, Destination destination) {
    Object alert = alert(notification);
    List<Outcome> outcomes = toAll(target -> toOne(target, alert));
    return outcomes.stream()
        .filter(Outcome.Delivered.class::isInstance)
        .findFirst()
        .or(() -> outcomes.stream().filter(Outcome.Retryable.class::isInstance).findFirst())
        .orElseGet(outcomes::getFirst);
  }

  private Outcome toOne(String target, Object alert) {
    String url = options.scheme() + "://" + target + options.path();
    return http()
        .attempt(
            () -> {
              http().send(options.sign(HttpRequest.json(url, List.of(alert))));
              return new Outcome.Delivered();
            });
  }

  private List<Outcome> toAll(Function<String, Outcome> send) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Outcome>> calls =
          options.targets().stream()
              .<Callable<Outcome>>map(target -> () -> send.apply(target))
              .toList();
      return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return List.of(new Outcome.Retryable("interrupted", Optional.empty()));
    }
  }

  /** A {@code postableAlert} of Alertmanager's API v2. */
  private Map<String, Object> alert(Notification notification) {
    Fields fields = Fields.orNone(notification, AlertmanagerType.KEY);
    Map<String, String> annotations = new TreeMap<>(fields.textMap("annotations"));
    if (annotations.isEmpty() && !notification.message().isEmpty()) {
      annotations.put("summary", notification.message());
    }
    return Json.present(
        "labels",
        new TreeMap<>(fields.textMap("labels")),
        "annotations",
        annotations,
        "generatorURL",
        SCP.matcher(fields.text("generatorURL")).replaceFirst("https://$1/$2"),
        "startsAt",
        clock.instant().toString());
  }
}
