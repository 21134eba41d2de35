package io.tocsin.notifier.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MigrationTest extends FailureTest {
  /** As Argo CD Notifications wrote it, with its catalog's on-deployed. */
  private static final String STATE =
      "{\"1:on-deployed:[0].y7b5sbwa2Q329JYH755peeq-fBs:hook:all\":1700000000,"
          + "\"1:on-deployed:[0].y7b5sbwa2Q329JYH755peeq-fBs:hook:webhook:colons\":1700000000}";

  @Test
  void whatTheOriginalToldIsNotToldAgain() {
    plane.configMap(
        Settings.with(
            receiver.url(),
            Map.of(
                "trigger.on-deployed",
                """
                - description: Application is synced and healthy. Triggered once per commit.
                  oncePer: app.status.sync.revision
                  send: [t]
                  when: app.status.operationState.phase in ['Succeeded'] and app.status.health.status == 'Healthy'
                """,
                "template.t",
                Settings.message(
                    "hook", "{{.app.metadata.name}} {{.app.status.sync.revision}} {{.recipient}}"),
                "subscriptions",
                "- {recipients: ['hook:all', 'hook:webhook:colons'], triggers: [on-deployed]}")));
    for (String name : new String[] {"known", "new"}) {
      plane.application(
          name,
          "1",
          name.equals("known") ? Map.of("notified.notifications.argoproj.io", STATE) : Map.of());
      plane.patch(
          name,
          Map.of(
              "status",
              Map.of(
                  "operationState",
                  Map.of("phase", "Succeeded", "finishedAt", "2025-12-31T23:59:00Z"))));
    }
    Controller controller = controller();
    plane.reconciled("known", 1);
    plane.awaitTold("new", 2);
    settle(controller);
    assertThat(counts()).isEqualTo(Map.of("new 1 all", 1L, "new 1 webhook:colons", 1L));

    plane.revision("known", "2");
    plane.awaitTold("known", 4);
    assertThat(counts()).containsKeys("known 2 all", "known 2 webhook:colons");
    assertThat(plane.told("known"))
        .containsEntry("1:on-deployed:[0].y7b5sbwa2Q329JYH755peeq-fBs:hook:all", 1700000000L);
  }
}
