package io.tocsin.embedded.http;

import io.tocsin.embedded.kinds.Kinds;
import io.tocsin.embedded.kinds.ResourceType;
import io.tocsin.embedded.store.Key;
import java.util.List;
import java.util.Optional;

/**
 * What a path names: objects of a kind, or one of them.
 *
 * @param namespace empty for all namespaces
 * @param name empty for a collection
 * @param subresource such as {@code status}, or empty
 * @param watch whether the path is one of the old watch paths
 */
record Target(ResourceType type, String namespace, String name, String subresource, boolean watch) {
  Key key() {
    return type.key(namespace, name);
  }

  boolean isCollection() {
    return name.isEmpty();
  }

  /**
   * Reads the segments after the group's version.
   *
   * @return nothing when there is no such kind
   */
  static Optional<Target> parse(Kinds kinds, String group, String version, List<String> path) {
    boolean watch = path.getFirst().equals("watch");
    List<String> rest = watch ? path.subList(1, path.size()) : path;
    boolean scoped = rest.size() > 2 && rest.getFirst().equals("namespaces");
    if (scoped && kinds.byPath(group, version, rest.get(2)).isPresent()) {
      return target(kinds, group, version, rest.get(1), rest.subList(2, rest.size()), watch)
          .filter(target -> target.type().namespaced());
    }
    return rest.isEmpty() ? Optional.empty() : target(kinds, group, version, "", rest, watch);
  }

  private static Optional<Target> target(
      Kinds kinds,
      String group,
      String version,
      String namespace,
      List<String> rest,
      boolean watch) {
    if (rest.size() > 3) {
      return Optional.empty();
    }
    return kinds
        .byPath(group, version, rest.getFirst())
        .map(
            type ->
                new Target(
                    type,
                    namespace,
                    rest.size() > 1 ? rest.get(1) : "",
                    rest.size() > 2 ? rest.get(2) : "",
                    watch))
        .filter(
            target -> target.isCollection() || !target.type().namespaced() || !namespace.isEmpty())
        .filter(
            target ->
                target.subresource().isEmpty()
                    || target.type().subresources().contains(target.subresource()));
  }
}
