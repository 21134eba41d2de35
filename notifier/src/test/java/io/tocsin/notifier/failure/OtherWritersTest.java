package io.tocsin.notifier.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OtherWritersTest extends FailureTest {
  private static final String OTHER = "example.com/other";

  @Test
  void anAnnotationThatIsChangedBetweenReadAndPatchKeepsItsValue() throws InterruptedException {
    plane.configMap(Settings.everything(receiver.url()));
    try (Gateway gateway = new Gateway(api())) {
      begin(gateway.kubeconfig(api().server().token())).awaitReady();
      Gateway.Held held = gateway.hold(Gateway.Stage.BEFORE);
      plane.application("a", "1", Map.of(OTHER, "before"));
      held.awaitArrival();

      plane.annotate("a", OTHER, "after");
      plane.annotate("a", "example.com/new", "1");
      gateway.pass();
      held.release();

      plane.awaitTold("a", 1);
      assertThat(plane.annotations("a"))
          .containsEntry(OTHER, "after")
          .containsEntry("example.com/new", "1");
      assertThat(receiver.counts()).isEqualTo(Map.of("a 1", 1L));
    }
  }

  @Test
  void aStateThatSomebodyErasesIsNotToldAgain() {
    plane.configMap(Settings.everything(receiver.url()));
    Controller controller = controller();
    plane.application("a", "1", Map.of());
    plane.awaitTold("a", 1);

    plane.annotate("a", "notified.notifications.argoproj.io", null);
    plane.reconciled("a", 1);
    await().atMost(LIMIT).until(() -> controller.metric("tocsin_evaluation_queue_depth") == 0);
    plane.awaitTold("a", 1);
    settle(controller);

    assertThat(counts()).isEqualTo(Map.of("a 1", 1L));
  }
}
