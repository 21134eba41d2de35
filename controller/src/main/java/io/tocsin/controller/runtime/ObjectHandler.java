package io.tocsin.controller.runtime;

/** Hears of every change that a watch shows, in order. Called on one thread; must not block. */
public interface ObjectHandler {
  /** The object is there, new or as it is now. */
  void present(KubeObject object);

  /** The object is gone; {@code last} is the last version that is known. */
  void gone(KubeObject last);
}
