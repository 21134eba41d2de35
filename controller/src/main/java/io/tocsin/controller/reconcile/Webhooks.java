package io.tocsin.controller.reconcile;

import com.sun.net.httpserver.HttpHandler;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.controller.git.GitRepositories;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.webhook.AnnotationRefresher;
import io.tocsin.controller.webhook.WebhookEvents;
import io.tocsin.controller.webhook.WebhookHandler;
import io.tocsin.controller.webhook.WebhookListener;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Webhooks, wired: what the control plane says of them is used as soon as it is known. */
record Webhooks(WebhookEvents events, HttpHandler handler) implements AutoCloseable {
  static Webhooks open(
      KubernetesClient client,
      ControlPlane plane,
      Supplier<Stream<KubeObject>> applications,
      GitRepositories repositories,
      WebhookListener listener) {
    WebhookEvents events =
        new WebhookEvents(
            WebhookEvents.CAPACITY,
            applications,
            repositories::forget,
            new AnnotationRefresher(client),
            plane::webhooks,
            listener);
    WebhookHandler handler =
        new WebhookHandler(plane::webhookSecrets, () -> plane.webhooks().limit(), events, listener);
    return new Webhooks(events, handler);
  }

  @Override
  public void close() {
    events.close();
  }
}
