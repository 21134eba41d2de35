package io.tocsin.notifier.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.tocsin.controller.sync.cluster.KubernetesCluster;
import io.tocsin.notifier.Configurations;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.pipeline.Configurations.Scoped;
import io.tocsin.notifier.pipeline.FormerConditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ServedKindsTest {
  private final Configuration configuration =
      Configurations.of(Map.of("resource.job", "{group: batch, kind: Job}"));
  private final Definition jobs =
      Definition.of(
          new Scoped("", configuration, FormerConditions.NONE),
          configuration.resources().get("job"),
          AnyObjects.JOB);
  private final List<String> problems = new ArrayList<>();
  private final KubernetesClient client = new KubernetesClientBuilder().build();
  private final ServedKinds kinds =
      new ServedKinds(
          new KubernetesCluster(client).discovery(),
          (scope, sentence) -> problems.add(scope + sentence));

  @AfterEach
  void tearDown() {
    client.close();
  }

  @Test
  void aKindThatMayNotBeWatchedIsToldOfOnceForAsLongAsThatLasts() {
    kinds.failing(List.of(jobs), definition -> "listing jobs is forbidden");
    kinds.failing(List.of(jobs), definition -> "listing jobs is forbidden");
    assertThat(problems).containsExactly("resource.job: listing jobs is forbidden");

    kinds.failing(List.of(jobs), definition -> "");
    kinds.failing(List.of(jobs), definition -> "listing jobs is forbidden");
    assertThat(problems).hasSize(2);
  }

  @Test
  void whatWasFoundIsNotAskedForAgain() {
    List<Definition> found = kinds.find(List.of(jobs.scoped()), List.of(jobs), definition -> false);

    assertThat(found).extracting(Definition::kind).containsExactly(AnyObjects.JOB);
    assertThat(kinds.missing()).isZero();
  }
}
