package io.tocsin.notifier.simulate;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectHandler;
import io.tocsin.controller.runtime.ObjectInformer;
import io.tocsin.controller.runtime.ObjectInformer.Scope;
import io.tocsin.controller.runtime.ResourceKind;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes down what happens to the Applications of a cluster. */
public record Recorder(KubernetesClient client, Clock clock) {
  private static final Duration PAUSE = Duration.ofMillis(20);

  /**
   * Records from when all that is there was seen; blocks.
   *
   * @param namespace absent for all
   * @param selector a label selector, empty for all
   * @param lasting how long
   * @param happenings takes what happens, one call at a time
   * @return why nothing could be recorded, or an empty string
   */
  public String record(
      Optional<String> namespace, String selector, Duration lasting, Consumer<Happening> happenings)
      throws InterruptedException {
    Scope scope = new Scope(ResourceKind.APPLICATION, namespace, selector, Optional.empty());
    try (ObjectInformer informer = new ObjectInformer(client, scope, new Notes(happenings))) {
      informer.start();
      while (!informer.synced()) {
        if (!informer.failure().isEmpty()) {
          return informer.failure();
        }
        Thread.sleep(PAUSE);
      }
      Thread.sleep(lasting);
      happenings.accept(new Happening.Nothing(clock.instant()));
      return "";
    }
  }

  private final class Notes implements ObjectHandler {
    private final Consumer<Happening> happenings;

    Notes(Consumer<Happening> happenings) {
      this.happenings = happenings;
    }

    @Override
    public void present(KubeObject object) {
      happenings.accept(new Happening.Present(clock.instant(), object));
    }

    @Override
    public void gone(KubeObject last) {
      happenings.accept(new Happening.Gone(clock.instant(), last.key()));
    }
  }
}
