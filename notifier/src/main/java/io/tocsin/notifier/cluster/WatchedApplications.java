package io.tocsin.notifier.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.controller.runtime.KeyedExecutor;
import io.tocsin.controller.runtime.ObjectInformer;
import io.tocsin.controller.runtime.ObjectInformer.Scope;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.runtime.ServerProbe;
import io.tocsin.notifier.config.NamespacePatterns;
import io.tocsin.notifier.pipeline.ApplicationSubject;
import io.tocsin.notifier.pipeline.Pipeline;
import java.util.Optional;

/** The Applications of the namespaces that are watched, not handed on before {@link #lead}. */
final class WatchedApplications {
  private final String namespace;
  private final NamespacePatterns further;
  private final WatchedObjects objects;
  private final ObjectInformer informer;
  private volatile boolean leading;

  /**
   * Watches nothing before the informer is started.
   *
   * @param executor what {@code next} works on
   */
  WatchedApplications(
      KubernetesClient client,
      ServerProbe probe,
      ControllerOptions options,
      KeyedExecutor executor,
      Pipeline next) {
    namespace = options.namespace();
    further = NamespacePatterns.of(options.applicationNamespaces());
    objects = new WatchedObjects(executor, next, this::wanted);
    Optional<String> only =
        options.applicationNamespaces().isEmpty() ? Optional.of(namespace) : Optional.empty();
    Scope scope = new Scope(ResourceKind.APPLICATION, only, options.selector(), Optional.empty());
    informer = new ObjectInformer(client, scope, probe, ApplicationSubject::project, objects);
  }

  ObjectInformer informer() {
    return informer;
  }

  /** Hands on what is there and what comes. */
  void lead() {
    leading = true;
    all();
  }

  void all() {
    objects.again(informer.packed());
  }

  /** Hands on again what there is of a namespace, or of all for the control plane's. */
  void ofNamespace(String configured) {
    objects.again(
        informer
            .packed()
            .filter(
                application ->
                    configured.equals(namespace)
                        || application.key().namespace().equals(configured)));
  }

  void ofProject(String project) {
    objects.again(informer.inGroup(project));
  }

  void one(ObjectKey key) {
    objects.again(informer.packed(key).stream());
  }

  private boolean wanted(ObjectKey key) {
    return leading && (key.namespace().equals(namespace) || further.matches(key.namespace()));
  }
}
