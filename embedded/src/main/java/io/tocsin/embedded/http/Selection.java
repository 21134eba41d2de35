package io.tocsin.embedded.http;

import io.tocsin.embedded.api.Failures;
import io.tocsin.embedded.json.Tree;
import io.tocsin.embedded.kinds.ResourceType;
import io.tocsin.embedded.selector.FieldSelector;
import io.tocsin.embedded.selector.LabelSelector;
import io.tocsin.embedded.store.Stored;
import java.util.Map;

/** Which objects of a kind and namespace a list, watch or deletion is about. */
record Selection(ResourceType type, String namespace, LabelSelector labels, FieldSelector fields) {
  private static final String NAME = "metadata.name";
  private static final String NAMESPACE = "metadata.namespace";

  /** Reads the selectors of a request. */
  static Selection of(Target target, Request request) {
    try {
      FieldSelector fields = FieldSelector.parse(request.parameter("fieldSelector"));
      fields.requirements().forEach(wanted -> checkField(target.type(), wanted.field()));
      String name = target.isCollection() ? "" : NAME + "=" + target.name();
      return new Selection(
          target.type(),
          target.namespace(),
          LabelSelector.parse(request.parameter("labelSelector")),
          name.isEmpty() ? fields : FieldSelector.parse(name));
    } catch (IllegalArgumentException e) {
      throw Failures.badRequest(e.getMessage());
    }
  }

  private static void checkField(ResourceType type, String field) {
    if (field.equals(NAME) || field.equals(NAMESPACE) || type.selectableFields().contains(field)) {
      return;
    }
    boolean metadataOnly = type.custom().isEmpty() && type.selectableFields().isEmpty();
    throw new IllegalArgumentException(
        metadataOnly
            ? "\"%s\" is not a known field selector: only \"%s\", \"%s\""
                .formatted(field, NAME, NAMESPACE)
            : "field label not supported: " + field);
  }

  /** Whether there are no selectors. */
  boolean isAll() {
    return labels.requirements().isEmpty() && fields.requirements().isEmpty();
  }

  boolean matches(Stored stored) {
    return stored.key().resource().equals(type.storage().resource())
        && (namespace.isEmpty() || namespace.equals(stored.key().namespace()))
        && labels.matches(stored.labels())
        && matchesFields(stored);
  }

  private boolean matchesFields(Stored stored) {
    boolean metadataOnly =
        fields.requirements().stream()
            .allMatch(wanted -> wanted.field().equals(NAME) || wanted.field().equals(NAMESPACE));
    Map<String, Object> object = metadataOnly ? Map.of() : type.served(stored);
    return fields.matches(
        field ->
            switch (field) {
              case NAME -> stored.key().name();
              case NAMESPACE -> stored.key().namespace();
              case "source" -> Tree.textAt(object, "source.component");
              default -> Tree.textAt(object, field);
            });
  }
}
