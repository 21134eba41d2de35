package io.tocsin.notifier.cluster;

import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.notifier.records.DeadLetter;
import io.tocsin.notifier.records.Mute;
import java.util.Set;

/**
 * What controllers write for themselves. To tell of it would have them write it again.
 *
 * @param namespace the control plane's
 */
record OwnObjects(String namespace) {
  private static final Set<String> CONFIG_MAPS =
      Set.of(DeadLetter.CONFIG_MAP, Mute.CONFIG_MAP, ConfigMapServiceState.NAME);

  boolean contains(ResourceKind kind, ObjectKey key) {
    return key.namespace().equals(namespace)
        && switch (kind.plural() + "." + kind.group()) {
          case "configmaps." -> CONFIG_MAPS.contains(key.name());
          case "leases.coordination.k8s.io" -> key.name().equals(Replica.LEASE);
          default -> false;
        };
  }
}
