package io.tocsin.notifier.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.Configurations;
import io.tocsin.notifier.pipeline.ConditionHistory;
import io.tocsin.services.spi.ServiceState;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamespaceConfigurationTest {
  private static final KubeObject CONFIG_MAP =
      new KubeObject(
          Map.of(
              "kind", "ConfigMap",
              "metadata", Map.of("name", "argocd-notifications-cm", "namespace", "argocd"),
              "data", Map.of("service.slack", "token: $slack-token")));

  private final List<String> problems = new ArrayList<>();
  private final List<Runnable> later = new ArrayList<>();
  private final NamespaceConfiguration configuration =
      new NamespaceConfiguration(
          "",
          Configurations.reader(),
          new ConditionHistory(ServiceState.NONE),
          (object, problem) -> problems.add(problem.toString()),
          later::add);

  @Test
  void whatTheSecretMendsAMomentLaterIsNoProblem() {
    configuration.read(CONFIG_MAP, Optional.empty(), Map.of());
    configuration.read(CONFIG_MAP, Optional.of(secret()), Map.of());
    later.forEach(Runnable::run);

    assertThat(problems).isEmpty();
  }

  @Test
  void whatStaysWrongIsAProblemOnce() {
    configuration.read(CONFIG_MAP, Optional.of(secret()), Map.of());
    configuration.read(CONFIG_MAP, Optional.empty(), Map.of());
    later.forEach(Runnable::run);

    assertThat(problems)
        .containsExactly(
            "service.slack: refers in token to $slack-token, but the Secret has no key"
                + " slack-token; its last good version goes on");
  }

  @Test
  void aConfigurationThatIsGoneHasNoProblems() {
    configuration.read(CONFIG_MAP, Optional.empty(), Map.of());
    configuration.forget();
    later.forEach(Runnable::run);

    assertThat(problems).isEmpty();
  }

  private static KubeObject secret() {
    String token = Base64.getEncoder().encodeToString("xoxb".getBytes(UTF_8));
    return new KubeObject(
        Map.of(
            "kind", "Secret",
            "metadata", Map.of("name", "argocd-notifications-secret", "namespace", "argocd"),
            "data", Map.of("slack-token", token)));
  }
}
