package io.tocsin.controller.runtime;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** The objects of one kind, packed. Read by any thread, written by one at a time. */
final class ObjectStore {
  private final Map<ObjectKey, PackedObject> objects = new ConcurrentHashMap<>();
  private final Function<KubeObject, String> grouping;
  private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);

  /**
   * An empty store.
   *
   * @param grouping what objects can be found by without unpacking them
   */
  ObjectStore(Function<KubeObject, String> grouping) {
    this.grouping = grouping;
  }

  Optional<PackedObject> get(ObjectKey key) {
    return Optional.ofNullable(objects.get(key));
  }

  Stream<PackedObject> stream() {
    return objects.values().stream();
  }

  PackedObject put(KubeObject object) {
    PackedObject packed = pack(object);
    objects.put(packed.key(), packed);
    return packed;
  }

  Optional<PackedObject> remove(ObjectKey key) {
    return Optional.ofNullable(objects.remove(key));
  }

  private synchronized PackedObject pack(KubeObject object) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    deflater.reset();
    ObjectCodec.write(object, new DeflaterOutputStream(out, deflater));
    return new PackedObject(object, grouping.apply(object), out.toByteArray());
  }
}
