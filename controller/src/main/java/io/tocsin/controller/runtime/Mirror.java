package io.tocsin.controller.runtime;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a store as lists and watches show the server, and tells a handler of each difference.
 * Called by one thread at a time.
 */
final class Mirror {
  private static final Logger log = LoggerFactory.getLogger(Mirror.class);

  private final ObjectStore store;
  private final ObjectHandler handler;
  private boolean complete;

  Mirror(ObjectStore store, ObjectHandler handler) {
    this.store = store;
    this.handler = handler;
  }

  /** An object as it is now; one that is known in this version is passed over. */
  void present(KubeObject object) {
    PackedObject before = store.get(object.key()).orElse(null);
    if (before != null && before.resourceVersion().equals(object.resourceVersion())) {
      return;
    }
    boolean another = before != null && !before.uid().equals(object.uid());
    PackedObject packed = store.put(object);
    guarded(
        object.key(),
        () -> {
          if (another) {
            handler.gone(before.object());
          }
          handler.present(object, packed, change(another ? null : before));
        });
  }

  private Change change(PackedObject before) {
    if (before != null) {
      return Change.from(before);
    }
    return complete ? Change.CREATED : Change.NONE;
  }

  /** An object that is gone, in its last version. */
  void gone(KubeObject last) {
    if (store.remove(last.key()).isPresent()) {
      guarded(last.key(), () -> handler.gone(last));
    }
  }

  /** These are all there are. */
  void retain(Set<ObjectKey> all) {
    complete = true;
    for (PackedObject object : store.stream().filter(o -> !all.contains(o.key())).toList()) {
      store.remove(object.key());
      guarded(object.key(), () -> handler.gone(object.object()));
    }
  }

  private static void guarded(ObjectKey key, Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      log.error("a handler failed at {}: {}", key, e.toString(), e);
    }
  }
}
