package io.tocsin.notifier.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(1800)
class FrugalityTest extends FailureTest {
  private static final int APPLICATIONS = Integer.getInteger("tocsin.applications", 5_000);
  private static final Duration STEADY = Duration.ofMinutes(2);
  private static final List<String> RESOURCES =
      List.of("applications", "appprojects", "configmaps", "secrets");
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

  @Test
  void steadyApplicationsCostNoRequests() throws InterruptedException {
    Map<String, String> keys = new HashMap<>(Settings.with(receiver.url(), Map.of()));
    for (int i = 0; i < 3; i++) {
      keys.put(
          "trigger.on-" + i,
          "- {when: app.status.health.status == '%s', oncePer: app.status.sync.revision, send: [t]}"
              .formatted(List.of("Healthy", "Degraded", "Missing").get(i)));
    }
    keys.put("subscriptions", "- {recipients: [hook], triggers: [on-0, on-1, on-2]}");
    plane.configMap(keys);
    Controller controller = controller();
    long empty = liveHeap(controller);
    ControlPlane.each(
        APPLICATIONS,
        i -> plane.create(Applications.large(plane.namespace(), "a" + i, "1", Map.of())));
    await().atMost(Duration.ofMinutes(10)).until(() -> receiver.counts().size() == APPLICATIONS);
    settle(controller);
    awaitWritten();

    Map<String, Long> before = requests();
    double evaluated = controller.sum("argocd_notifications_trigger_eval_total");
    Thread.sleep(STEADY);
    Map<String, Long> after = requests();
    long heap = liveHeap(controller);

    Report.say(
        "%d Applications x 3 triggers, steady for %s".formatted(APPLICATIONS, STEADY),
        "requests %s, heap after GC %d KB, %d bytes per Application, evaluations meanwhile %.0f"
            .formatted(
                difference(before, after),
                heap / 1024,
                (heap - empty) / APPLICATIONS,
                controller.sum("argocd_notifications_trigger_eval_total") - evaluated));
    assertThat(after).isEqualTo(before);
  }

  /** Returns when no state was written for a while. */
  private static void awaitWritten() throws InterruptedException {
    long last = -1;
    while (last != api().requests("applications")) {
      last = api().requests("applications");
      Thread.sleep(Duration.ofSeconds(10));
    }
  }

  private static Map<String, Long> requests() {
    return RESOURCES.stream().collect(Collectors.toMap(kind -> kind, kind -> api().requests(kind)));
  }

  private static Map<String, Long> difference(Map<String, Long> before, Map<String, Long> after) {
    return after.keySet().stream()
        .collect(Collectors.toMap(kind -> kind, kind -> after.get(kind) - before.get(kind)));
  }

  /** Bytes of all objects that are reachable. */
  static long liveHeap(Controller controller) {
    try {
      Process jcmd =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                  Long.toString(controller.pid()),
                  "GC.class_histogram")
              .start();
      String text = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher total = TOTAL.matcher(text);
      assertThat(total.find()).as(text).isTrue();
      return Long.parseLong(total.group(1));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
