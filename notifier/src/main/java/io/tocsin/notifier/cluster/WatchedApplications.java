package io.tocsin.notifier.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.controller.runtime.KeyedExecutor;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectHandler;
import io.tocsin.controller.runtime.ObjectInformer;
import io.tocsin.controller.runtime.ObjectInformer.Scope;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.PackedObject;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.runtime.ServerProbe;
import io.tocsin.notifier.config.NamespacePatterns;
import io.tocsin.notifier.pipeline.ApplicationSubject;
import io.tocsin.notifier.pipeline.Pipeline;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The Applications of the namespaces that are watched, handed on no faster than they are evaluated,
 * and not before {@link #lead}.
 */
final class WatchedApplications implements ObjectHandler {
  /**
   * Versions that wait to be evaluated. An API server ends the watch of who reads too slowly, so
   * that there is much room; nearly all wait packed.
   */
  private static final int WAITING = 10_000;

  private final String namespace;
  private final NamespacePatterns further;
  private final KeyedExecutor executor;
  private final Pipeline next;
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
    this.executor = executor;
    this.next = next;
    Optional<String> only =
        options.applicationNamespaces().isEmpty() ? Optional.of(namespace) : Optional.empty();
    Scope scope = new Scope(ResourceKind.APPLICATION, only, options.selector(), Optional.empty());
    informer = new ObjectInformer(client, scope, probe, ApplicationSubject::project, this);
  }

  ObjectInformer informer() {
    return informer;
  }

  /** Hands on what is there and what comes. */
  void lead() {
    leading = true;
    again(application -> true);
  }

  /** Hands on again what there is of a namespace, or of all for the control plane's. */
  void ofNamespace(String configured) {
    again(
        application ->
            configured.equals(namespace) || application.key().namespace().equals(configured));
  }

  void ofProject(String project) {
    hand(informer.inGroup(project));
  }

  void one(ObjectKey key) {
    hand(informer.packed(key).stream());
  }

  private void again(Predicate<PackedObject> which) {
    hand(informer.packed().filter(which));
  }

  private void hand(Stream<PackedObject> applications) {
    applications
        .filter(application -> wanted(application.key()))
        .forEach(
            application -> {
              waitForRoom();
              next.present(application);
            });
  }

  @Override
  public void present(KubeObject object) {
    present(object, PackedObject.of(object));
  }

  @Override
  public void present(KubeObject object, PackedObject packed) {
    if (wanted(object.key())) {
      waitForRoom();
      next.present(object, packed);
    }
  }

  @Override
  public void gone(KubeObject last) {
    if (wanted(last.key())) {
      waitForRoom();
      next.gone(last);
    }
  }

  private boolean wanted(ObjectKey key) {
    return leading && (key.namespace().equals(namespace) || further.matches(key.namespace()));
  }

  private void waitForRoom() {
    try {
      executor.awaitFewer(WAITING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
