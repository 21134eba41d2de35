package io.tocsin.controller.reconcile;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.controller.application.Application;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectHandler;
import io.tocsin.controller.runtime.ObjectInformer;
import io.tocsin.controller.runtime.ObjectInformer.Scope;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceKind;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** All versions of an Application that a watch has shown. */
final class Versions implements AutoCloseable {
  private final List<Application> seen = new CopyOnWriteArrayList<>();
  private final ObjectInformer informer;

  Versions(KubernetesClient client, String namespace, String name) {
    informer =
        new ObjectInformer(
            client,
            Scope.one(ResourceKind.APPLICATION, new ObjectKey(namespace, name)),
            new ObjectHandler() {
              @Override
              public void present(KubeObject object) {
                seen.add(Application.of(object));
              }

              @Override
              public void gone(KubeObject last) {}
            });
    informer.start();
    Awaitility.await().until(informer::watching);
  }

  List<Application> seen() {
    return seen;
  }

  @Override
  public void close() {
    informer.close();
  }
}
