package io.tocsin.controller.reconcile;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.sync.ClusterException;
import io.tocsin.controller.sync.cluster.KubernetesCluster;
import java.util.Map;

/** The one place where Applications are written. Thread-safe. */
final class ApplicationWriter {
  private final KubernetesCluster cluster;

  ApplicationWriter(KubernetesCluster cluster) {
    this.cluster = cluster;
  }

  /**
   * Writes a merge patch.
   *
   * @return the Application as it is now
   * @throws Unwritten when the server refuses
   */
  KubeObject write(ObjectKey key, Map<String, Object> patch) {
    try {
      return cluster.patch(ResourceKind.APPLICATION, key, patch);
    } catch (ClusterException e) {
      throw new Unwritten(e);
    }
  }

  /** The server did not take what was to be written. */
  static final class Unwritten extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int code;

    Unwritten(ClusterException cause) {
      super(cause.getMessage(), cause);
      this.code = cause.code();
    }

    /** There is no such Application any more. */
    boolean isGone() {
      return code == 404;
    }

    /** It was changed meanwhile. */
    boolean isConflict() {
      return code == 409;
    }
  }
}
