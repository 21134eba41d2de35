package io.tocsin.controller.sync.delete;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.sync.Propagation;
import java.util.List;

/** What comes next while an Application is deleted. */
public sealed interface DeletionStep {
  /** Create these hooks, then look again. */
  record Create(List<KubeObject> hooks) implements DeletionStep {
    public Create {
      hooks = List.copyOf(hooks);
    }
  }

  /** Delete these, then look again. */
  record Delete(List<KubeObject> objects, Propagation propagation) implements DeletionStep {
    public Delete {
      objects = List.copyOf(objects);
    }
  }

  /** Nothing, until the cluster or the Application changes; the message says what for. */
  record Await(String message) implements DeletionStep {}

  /** Hooks failed: a {@code DeletionError}. Delete them, so that they run again, mended perhaps. */
  record Fail(List<KubeObject> hooks, String message) implements DeletionStep {
    public Fail {
      hooks = List.copyOf(hooks);
    }
  }

  /** Take these finalizers off the Application, then look again. */
  record Release(List<String> finalizers) implements DeletionStep {
    public Release {
      finalizers = List.copyOf(finalizers);
    }
  }

  /** No finalizer of ours is left. */
  record Done() implements DeletionStep {}
}
