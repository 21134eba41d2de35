package io.tocsin.notifier.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.embedded.EmbeddedKubernetes;
import io.tocsin.notifier.cli.GitOps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("failure")
@Timeout(180)
class GracefulStopTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void aReceiverThatHangsDoesNotHoldAPodBeyondItsGracePeriod() throws Exception {
    KubeObject deployment =
        Deploy.overlay("namespaced").stream()
            .filter(object -> object.kind().equals("Deployment"))
            .findFirst()
            .orElseThrow();
    Path spare = Files.createDirectories(folder.resolve("spare"));
    try (EmbeddedKubernetes api = EmbeddedKubernetes.start();
        Mailbox mailbox = new Mailbox();
        GitOps world = new GitOps(api.kubeconfig(), spare)) {
      world.apply(
          """
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: argocd-notifications-cm, namespace: argocd}
          data:
            service.webhook.silent: '{url: %s/silent}'
            template.told: 'webhook: {silent: {method: POST}}'
            trigger.on-any: "- {when: app.metadata.name != '', send: [told]}"
            subscriptions: '- {recipients: [silent], triggers: [on-any]}'
          """
              .formatted(mailbox.url()));
      world.application("shop", "syncPolicy: {}");
      Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), api.kubeconfig());
      Map<String, String> environment = Map.of("KUBECONFIG", kubeconfig.toString());
      try (Pod pod = Pod.start(deployment, List.of("--namespace=argocd"), environment, folder)) {
        await().atMost(LIMIT).until(() -> mailbox.messages().contains("/silent"));

        Number grace =
            (Number) deployment.at("spec", "template", "spec", "terminationGracePeriodSeconds");
        assertThat(pod.stop(grace.longValue())).isTrue();
        assertThat(pod.log()).contains("stopping");
      }
    }
  }
}
