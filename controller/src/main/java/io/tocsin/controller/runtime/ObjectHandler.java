package io.tocsin.controller.runtime;

/**
 * Hears of every change that a watch shows, in order, on one thread. A call that waits holds back
 * the watch, and so the server: that is how a slow reader keeps its memory small.
 */
public interface ObjectHandler {
  /** The object is there, new or as it is now. */
  void present(KubeObject object);

  /**
   * The same, for who lets versions wait or asks what happened.
   *
   * @param packed this version as the store keeps it, a tenth as large
   * @param change what made this version; that of objects which the first list shows is none
   */
  default void present(KubeObject object, PackedObject packed, Change change) {
    present(object);
  }

  /** The object is gone; {@code last} is the last version that is known. */
  void gone(KubeObject last);
}
