package io.tocsin.notifier.delivery;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.services.Destination;
import java.time.Instant;
import java.util.List;

/**
 * One message to one destination about one version of one object.
 *
 * @param snapshot the version that the condition was true of
 * @param scope the tenant's namespace whose configuration it is from, empty for the control plane's
 * @param resource the name of the watched kind in that configuration, empty for Applications
 * @param condition the condition's key, {@code [index].hash}
 * @param templates merged into one message
 * @param stateKey under which it is recorded as told
 * @param queued when it was decided
 */
public record Delivery(
    Snapshot snapshot,
    String scope,
    String resource,
    String trigger,
    String condition,
    List<String> templates,
    Destination destination,
    String stateKey,
    Instant queued) {
  public Delivery {
    templates = List.copyOf(templates);
  }

  /** The whole object, as it was. */
  public KubeObject object() {
    return snapshot.object();
  }

  /** Which object it is about. */
  public ObjectKey key() {
    return snapshot.key();
  }
}
