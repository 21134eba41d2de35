package io.tocsin.notifier.demo;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Plays what an API server alone has not: a while after each change, all pods are ready. */
final class Kubelet implements Watcher<Deployment>, AutoCloseable {
  private final KubernetesClient client;
  private final Duration start;
  private final Watch watch;

  /**
   * Starts at once.
   *
   * @param start how long pods take
   */
  Kubelet(KubernetesClient client, Duration start) {
    this.client = client;
    this.start = start;
    this.watch = client.apps().deployments().inAnyNamespace().watch(this);
  }

  @Override
  public void eventReceived(Action action, Deployment deployment) {
    Long seen =
        deployment.getStatus() == null ? null : deployment.getStatus().getObservedGeneration();
    if (action != Action.DELETED && !deployment.getMetadata().getGeneration().equals(seen)) {
      CompletableFuture.delayedExecutor(start.toMillis(), TimeUnit.MILLISECONDS)
          .execute(() -> ready(deployment));
    }
  }

  private void ready(Deployment deployment) {
    int replicas = deployment.getSpec().getReplicas();
    DeploymentStatus status =
        new DeploymentStatusBuilder()
            .withObservedGeneration(deployment.getMetadata().getGeneration())
            .withReplicas(replicas)
            .withUpdatedReplicas(replicas)
            .withReadyReplicas(replicas)
            .withAvailableReplicas(replicas)
            .build();
    client
        .resource(deployment)
        .subresource("status")
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            Serialization.asJson(new DeploymentBuilder().withStatus(status).build()));
  }

  @Override
  public void onClose(WatcherException cause) {
    throw new IllegalStateException("the demo's watch of Deployments ended", cause);
  }

  @Override
  public void close() {
    watch.close();
  }
}
