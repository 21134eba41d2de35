package io.tocsin.notifier.delivery;

import io.tocsin.controller.runtime.Change;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.PackedObject;

/**
 * One version of an object, shared by all deliveries about it, and packed while they wait.
 * Thread-safe.
 */
public final class Snapshot {
  private final ObjectKey key;
  private final String kind;
  private final String uid;
  private final Change change;
  private KubeObject object;
  private PackedObject packed;

  /** A version that nothing is known to have made. */
  public Snapshot(KubeObject object) {
    this(object, Change.NONE);
  }

  /**
   * A version.
   *
   * @param change what made it
   */
  public Snapshot(KubeObject object, Change change) {
    this.change = change;
    this.key = object.key();
    this.kind = object.kind();
    this.uid = object.uid();
    this.object = object;
  }

  public ObjectKey key() {
    return key;
  }

  public String kind() {
    return kind;
  }

  public Change change() {
    return change;
  }

  public String uid() {
    return uid;
  }

  /** The whole object; unpacked at each call once it is packed. */
  public KubeObject object() {
    PackedObject small;
    synchronized (this) {
      if (object != null) {
        return object;
      }
      small = packed;
    }
    return small.object();
  }

  /** Makes it small. */
  synchronized void pack() {
    if (object != null) {
      packed = PackedObject.of(object);
      object = null;
    }
  }
}
