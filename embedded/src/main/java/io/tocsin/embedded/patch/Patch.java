package io.tocsin.embedded.patch;

import java.util.Map;

/** A change of an object. */
@FunctionalInterface
public interface Patch {
  /**
   * The changed object; the one given may be reused and must not be used any longer.
   *
   * @throws PatchException when the patch cannot be applied
   */
  Map<String, Object> apply(Map<String, Object> object);
}
