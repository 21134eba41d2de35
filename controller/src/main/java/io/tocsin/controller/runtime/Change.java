package io.tocsin.controller.runtime;

import java.util.Optional;

/**
 * What happened to an object that a watch shows.
 *
 * @param before the version that was known; absent where none was, or nobody will ask for it
 */
public record Change(Event event, Optional<PackedObject> before) {
  /** Nothing that anybody saw happen: the object was there already, or is looked at again. */
  public static final Change NONE = new Change(Event.NONE, Optional.empty());

  /** The object was not there before. */
  public static final Change CREATED = new Change(Event.CREATED, Optional.empty());

  /** The object is gone. */
  public static final Change DELETED = new Change(Event.DELETED, Optional.empty());

  /** A kind of change. */
  public enum Event {
    NONE,
    CREATED,
    UPDATED,
    DELETED
  }

  /** The object is another than before. */
  public static Change from(KubeObject before) {
    return from(PackedObject.of(before));
  }

  static Change from(PackedObject before) {
    return new Change(Event.UPDATED, Optional.of(before));
  }
}
