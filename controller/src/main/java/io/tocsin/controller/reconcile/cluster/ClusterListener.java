package io.tocsin.controller.reconcile.cluster;

import io.tocsin.controller.runtime.ResourceKey;

/** Hears of connections to clusters, on any thread. Must not throw; should return at once. */
public interface ClusterListener {
  /** Hears nothing. */
  ClusterListener NONE = new ClusterListener() {};

  /** A cluster is connected to. */
  default void opened(ClusterConnection cluster) {}

  /** It has said what it is: {@link ClusterConnection#facts} is at hand. */
  default void described(ClusterConnection cluster) {}

  /** It is connected to no more. */
  default void closed(ClusterConnection cluster) {}

  /** A watch has shown a change. */
  default void event(String server, ResourceKey key) {}
}
