package io.tocsin.controller.kustomize;

import io.tocsin.controller.tree.SourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The objects gathered so far, in order; no two with the same kind, name and namespace. */
final class Resources {
  private final List<Resource> all = new ArrayList<>();

  List<Resource> all() {
    return all;
  }

  /**
   * @throws SourceException where there is such an object already
   */
  void add(Resource resource, String file) {
    if (all.stream().anyMatch(known -> known.id().equals(resource.id()))) {
      throw new SourceException("%s: there is a %s already".formatted(file, resource));
    }
    all.add(resource);
  }

  void addAll(Resources others, String file) {
    others.all.forEach(resource -> add(resource, file));
  }

  void remove(Resource resource) {
    all.remove(resource);
  }

  /** Those that are or were called so. */
  List<Resource> matching(Predicate<ObjectId> id) {
    return all.stream().filter(resource -> resource.ids().anyMatch(id)).toList();
  }
}
