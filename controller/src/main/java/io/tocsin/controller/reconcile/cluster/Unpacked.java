package io.tocsin.controller.reconcile.cluster;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.PackedObject;
import io.tocsin.controller.runtime.ResourceKey;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Objects that were unpacked lately, as long as there is memory. Thread-safe. */
final class Unpacked {
  private static final int LIMIT = 100_000;

  private final Map<ResourceKey, Entry> entries = new ConcurrentHashMap<>();

  private record Entry(PackedObject packed, SoftReference<KubeObject> object) {}

  KubeObject object(ResourceKey key, PackedObject packed) {
    Entry entry = entries.get(key);
    KubeObject known = entry == null || entry.packed() != packed ? null : entry.object().get();
    if (known != null) {
      return known;
    }
    KubeObject object = packed.object();
    if (entries.size() > LIMIT) {
      entries.clear();
    }
    entries.put(key, new Entry(packed, new SoftReference<>(object)));
    return object;
  }
}
