package io.tocsin.embedded.kinds;

import io.tocsin.embedded.json.Tree;
import io.tocsin.embedded.kinds.ResourceType.NameRule;
import io.tocsin.embedded.kinds.ResourceType.Rules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code CustomResourceDefinition} objects of {@code apiextensions.k8s.io/v1}. */
final class Definitions {
  private static final Rules RULES = new Rules(true, false, NameRule.SUBDOMAIN);

  private Definitions() {}

  static String name(Map<String, Object> definition) {
    return Tree.textAt(definition, "metadata.name");
  }

  /** The kinds of the served versions. */
  static List<ResourceType> types(Map<String, Object> definition) {
    Map<String, Object> spec = Tree.map(definition, "spec");
    List<Map<String, Object>> versions =
        Tree.list(spec, "versions").stream().map(Tree::asMap).toList();
    String stored =
        versions.stream()
            .filter(version -> Boolean.TRUE.equals(version.get("storage")))
            .map(version -> Tree.text(version, "name"))
            .findFirst()
            .orElse("");
    return versions.stream()
        .filter(version -> Boolean.TRUE.equals(version.get("served")))
        .map(version -> type(spec, version, stored))
        .toList();
  }

  private static ResourceType type(
      Map<String, Object> spec, Map<String, Object> version, String stored) {
    String group = Tree.text(spec, "group");
    Names names = names(Tree.map(spec, "names"));
    Map<String, Object> schema = Tree.map(Tree.map(version, "schema"), "openAPIV3Schema");
    return new ResourceType(
        group,
        Tree.text(version, "name"),
        names,
        Tree.text(spec, "scope").equals("Namespaced"),
        Set.copyOf(Tree.map(version, "subresources").keySet()),
        Set.of(),
        RULES,
        new Storage(names.plural() + "." + group, group + "/" + stored, Map.of()),
        Optional.of(new CustomType(new Schema(schema), columns(version), scaling(version))));
  }

  private static Optional<Scaling> scaling(Map<String, Object> version) {
    return Optional.ofNullable(Tree.map(version, "subresources").get("scale"))
        .map(scale -> Scaling.of(Tree.asMap(scale)));
  }

  private static Names names(Map<String, Object> names) {
    return new Names(
        Tree.text(names, "plural"),
        Tree.text(names, "singular"),
        Tree.text(names, "kind"),
        Tree.text(names, "listKind"),
        texts(Tree.list(names, "shortNames")),
        texts(Tree.list(names, "categories")));
  }

  private static List<String> texts(List<Object> values) {
    return values.stream().map(Object::toString).toList();
  }

  private static List<CustomType.Column> columns(Map<String, Object> version) {
    return Tree.list(version, "additionalPrinterColumns").stream()
        .map(Tree::asMap)
        .map(
            column ->
                new CustomType.Column(
                    Tree.text(column, "name"),
                    Tree.text(column, "type"),
                    Tree.text(column, "format"),
                    Tree.text(column, "description"),
                    Tree.text(column, "jsonPath"),
                    column.get("priority") instanceof Number priority ? priority.longValue() : 0))
        .toList();
  }
}
