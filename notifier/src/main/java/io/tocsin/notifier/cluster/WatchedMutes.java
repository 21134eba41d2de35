package io.tocsin.notifier.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectHandler;
import io.tocsin.controller.runtime.ObjectInformer;
import io.tocsin.controller.runtime.ObjectInformer.Scope;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.runtime.ServerProbe;
import io.tocsin.notifier.config.Manifests;
import io.tocsin.notifier.pipeline.Mutes;
import io.tocsin.notifier.records.Mute;
import io.tocsin.notifier.records.Records;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mutes of a ConfigMap that is watched. Thread-safe. */
final class WatchedMutes implements Mutes, ObjectHandler {
  private static final Logger log = LoggerFactory.getLogger(WatchedMutes.class);

  private final Clock clock;
  private final Runnable changed;
  private final Records records;
  private final ObjectInformer watch;
  private volatile List<Kept> mutes = List.of();

  /** A mute, and what its selector was compiled to. */
  private record Kept(Mute mute, Predicate<KubeObject> objects) {}

  /**
   * None yet.
   *
   * @param changed told when there are others
   */
  WatchedMutes(
      KubernetesClient client, ServerProbe probe, String namespace, Clock clock, Runnable changed) {
    this.clock = clock;
    this.changed = changed;
    ObjectKey key = new ObjectKey(namespace, Mute.CONFIG_MAP);
    records = new Records(client, key);
    watch = new ObjectInformer(client, Scope.one(ResourceKind.CONFIG_MAP, key), probe, this);
  }

  ObjectInformer watch() {
    return watch;
  }

  @Override
  public boolean muted(KubeObject object) {
    return mutes.stream()
        .anyMatch(kept -> !kept.mute().ended(clock.instant()) && kept.objects().test(object));
  }

  /** Takes the records of those away that have ended. */
  void clear() {
    Map<String, Optional<String>> ended =
        mutes.stream()
            .map(Kept::mute)
            .filter(mute -> mute.ended(clock.instant()))
            .collect(Collectors.toMap(Mute::id, mute -> Optional.empty()));
    if (ended.isEmpty()) {
      return;
    }
    try {
      records.write(ended);
    } catch (KubernetesClientException e) {
      log.warn("ConfigMap {} could not be written: {}", records.key(), e.getMessage());
    }
  }

  @Override
  public void present(KubeObject configMap) {
    mutes =
        Manifests.texts(configMap).values().stream()
            .flatMap(json -> Mute.parse(json).stream())
            .map(mute -> new Kept(mute, mute.objects()))
            .toList();
    changed.run();
  }

  @Override
  public void gone(KubeObject last) {
    mutes = List.of();
    changed.run();
  }
}
