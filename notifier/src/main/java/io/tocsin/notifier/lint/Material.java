package io.tocsin.notifier.lint;

import io.tocsin.controller.runtime.KubeObject;
import java.util.List;

/**
 * Objects as they were read, with what the linter says of them.
 *
 * @param objects those of all kinds, in the order of the input
 */
public record Material(List<KubeObject> objects, LintResult result) {
  public Material {
    objects = List.copyOf(objects);
  }
}
