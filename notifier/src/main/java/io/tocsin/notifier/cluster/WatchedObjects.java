package io.tocsin.notifier.cluster;

import io.tocsin.controller.runtime.Change;
import io.tocsin.controller.runtime.KeyedExecutor;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectHandler;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.PackedObject;
import io.tocsin.notifier.pipeline.Pipeline;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Hands on the objects that watches show, no faster than they are evaluated. */
final class WatchedObjects implements ObjectHandler {
  /**
   * Versions that wait to be evaluated. An API server ends the watch of who reads too slowly, so
   * that there is much room; nearly all wait packed.
   */
  private static final int WAITING = 10_000;

  private final KeyedExecutor executor;
  private final Pipeline next;
  private final Predicate<ObjectKey> wanted;

  /**
   * Hands on nothing by itself.
   *
   * @param executor what {@code next} works on
   * @param wanted which objects, asked for each of their versions
   */
  WatchedObjects(KeyedExecutor executor, Pipeline next, Predicate<ObjectKey> wanted) {
    this.executor = executor;
    this.next = next;
    this.wanted = wanted;
  }

  /** Hands on objects that are looked at again. */
  void again(Stream<PackedObject> objects) {
    objects
        .filter(object -> wanted.test(object.key()))
        .forEach(
            object -> {
              waitForRoom();
              next.present(object);
            });
  }

  @Override
  public void present(KubeObject object) {
    present(object, PackedObject.of(object), Change.NONE);
  }

  @Override
  public void present(KubeObject object, PackedObject packed, Change change) {
    if (wanted.test(object.key())) {
      waitForRoom();
      next.present(object, packed, change);
    }
  }

  @Override
  public void gone(KubeObject last) {
    if (wanted.test(last.key())) {
      waitForRoom();
      next.gone(last);
    }
  }

  private void waitForRoom() {
    try {
      executor.awaitFewer(WAITING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
