package io.tocsin.notifier.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManyDestinationsTest extends FailureTest {
  private static final String TO = "{{.app.metadata.name}} {{.recipient}}";

  @Test
  void aHundredAndFiftyDestinationsAreToldOnceHoweverOftenTheApplicationIsReconciled() {
    plane.configMap(
        Settings.with(receiver.url(), Map.of("template.t", Settings.message("hook", TO))));
    Controller first = controller();
    plane.application("a", "1", Map.of(Settings.SUBSCRIBE, recipients(150)));

    for (int i = 1; i <= 10; i++) {
      plane.reconciled("a", i);
    }
    settle(first);
    plane.awaitTold("a", 150);
    first.stop();
    Controller second = controller();
    plane.reconciled("a", 11);
    settle(second);

    assertThat(counts()).hasSize(150);
    assertThat(counts().values()).allMatch(times -> times == 1);
  }

  @Test
  void aMalformedTemplateOfTwentyHarmsNoOther() {
    Map<String, String> keys = new java.util.HashMap<>(Settings.with(receiver.url(), Map.of()));
    for (int i = 0; i < 20; i++) {
      keys.put(
          "template.t" + i,
          i == 7 ? "message: '{{ .app.'" : Settings.message("hook", "{{.app.metadata.name}} " + i));
      keys.put("trigger.on-" + i, "- {when: 'true', send: [t%d]}".formatted(i));
    }
    keys.put(
        "subscriptions",
        "- {recipients: [hook], triggers: [%s]}"
            .formatted(
                IntStream.range(0, 20).mapToObj(i -> "on-" + i).collect(Collectors.joining(","))));
    plane.configMap(keys);
    Controller controller = controller();

    plane.application("a", "1", Map.of());
    await().atMost(LIMIT).until(() -> counts().size() == 19);
    settle(controller);

    Map<String, Long> told = counts();
    assertThat(told).hasSize(19).doesNotContainKey("a 7");
    assertThat(told.values()).allMatch(times -> times == 1);
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                assertThat(plane.events("argocd-notifications-cm"))
                    .anyMatch(event -> event.contains("template.t7")));
    assertThat(controller.metric("argocd_notifications_config_errors")).isEqualTo(1);
  }

  static String recipients(int count) {
    return IntStream.range(0, count).mapToObj(i -> "r" + i).collect(Collectors.joining(";"));
  }
}
