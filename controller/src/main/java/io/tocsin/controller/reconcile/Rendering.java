package io.tocsin.controller.reconcile;

import io.tocsin.controller.application.Condition;
import io.tocsin.controller.compare.TargetObjects;
import io.tocsin.controller.reconcile.cluster.ClusterConnection;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.source.Rendered;
import java.util.List;
import java.util.Set;

/**
 * What the sources of an Application say, ready to be compared.
 *
 * @param rendered one for each source
 * @param kinds of all objects
 * @param conditions repeated and excluded objects
 */
record Rendering(
    List<Rendered> rendered,
    TargetObjects targets,
    Set<ResourceKind> kinds,
    List<Condition> conditions,
    Settings settings,
    ClusterConnection cluster) {

  List<String> revisions() {
    return rendered.stream().map(Rendered::revision).toList();
  }

  /** Those of sources that are not only referred to. */
  List<String> types() {
    return rendered.stream().map(Rendered::type).filter(type -> !type.isEmpty()).toList();
  }

  /** Whether it was made of these very manifests, under these very settings. */
  @SuppressWarnings("ReferenceEquality") // the renderer gives the same instance while all is equal
  boolean isOf(List<Rendered> others, Subject subject) {
    if (settings != subject.settings()
        || cluster != subject.cluster()
        || rendered.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < others.size(); i++) {
      if (rendered.get(i) != others.get(i)) {
        return false;
      }
    }
    return true;
  }
}
