package io.tocsin.controller.sync.delete;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.sync.ApplyOptions;
import io.tocsin.controller.sync.ClusterApi;
import io.tocsin.controller.sync.ClusterException;
import io.tocsin.controller.sync.Hooks;
import io.tocsin.controller.sync.Propagation;
import java.util.List;
import java.util.Set;

/** Does in the cluster what a step says; finalizers of the Application are the caller's. */
public final class DeletionRunner {
  private static final ApplyOptions CREATE =
      new ApplyOptions(ApplyOptions.Method.CLIENT, false, true, false, Set.of());

  private final ClusterApi cluster;
  private final String namespace;

  /**
   * @param namespace of the destination, for hooks that name none
   */
  public DeletionRunner(ClusterApi cluster, String namespace) {
    this.cluster = cluster;
    this.namespace = namespace;
  }

  /**
   * Does it.
   *
   * @throws ClusterException when the cluster refuses
   */
  public void run(DeletionStep step) {
    switch (step) {
      case DeletionStep.Create create -> create.hooks().forEach(this::create);
      case DeletionStep.Delete delete -> delete(delete.objects(), delete.propagation());
      case DeletionStep.Fail fail -> delete(fail.hooks(), Propagation.BACKGROUND);
      case DeletionStep.Await ignored -> {}
      case DeletionStep.Release ignored -> {}
      case DeletionStep.Done ignored -> {}
    }
  }

  private void create(KubeObject hook) {
    ResourceKind kind = kind(hook);
    cluster.apply(kind, Hooks.placed(hook, kind, namespace), CREATE);
  }

  private void delete(List<KubeObject> objects, Propagation propagation) {
    for (KubeObject object : objects) {
      ResourceKind kind = kind(object);
      if (object.list("metadata", "finalizers").contains(Hooks.FINALIZER)) {
        cluster.removeFinalizer(kind, object.key(), Hooks.FINALIZER);
      }
      cluster.delete(kind, object.key(), propagation);
    }
  }

  private ResourceKind kind(KubeObject object) {
    return cluster
        .kind(object.apiVersion(), object.kind())
        .orElseThrow(
            () ->
                new ClusterException(
                    404,
                    "The cluster serves no %s of %s."
                        .formatted(object.kind(), object.apiVersion())));
  }
}
