package io.tocsin.services.fields;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The shape of what a template may say. It also says how several templates of one message merge: by
 * the rules of notifications-engine's templaters, read field by field.
 */
public sealed interface Field {
  /**
   * A template for a text.
   *
   * @param otherwise the template where the section is there and the field is not
   * @param keeps whether an empty text leaves what an earlier template said
   */
  record Text(String otherwise, boolean keeps) implements Field {}

  /**
   * A template for HTML; an empty text leaves what an earlier template said. Where the field {@code
   * escape} beside it says {@code html}, values are escaped by their place.
   */
  record Html() implements Field {}

  /** A text that is no template. */
  record Fixed(String otherwise) implements Field {}

  /** True or false. */
  record Flag(Optional<Boolean> otherwise) implements Field {}

  /** A list of templates; a later one replaces an earlier one whole. */
  record Texts() implements Field {}

  /** A list of texts that are no templates. */
  record FixedTexts() implements Field {}

  /**
   * A map from name to template; a later one replaces an earlier one whole.
   *
   * @param otherwise further entries where the map lacks them, by the template's name
   */
  record TextMap(Function<String, Map<String, String>> otherwise) implements Field {}

  /** Named fields; merged field by field. */
  record Group(Map<String, Field> fields) implements Field {}

  /** A list of groups; a later one replaces an earlier one whole. */
  record Groups(Group each) implements Field {}

  /** A map from name to group; a later group replaces an earlier one of its name whole. */
  record NamedGroups(Group each) implements Field {}

  /** A template for a text; an empty one empties what an earlier template said. */
  static Field text() {
    return new Text("", false);
  }

  /** A template for a text, with a default. */
  static Field text(String otherwise) {
    return new Text(otherwise, false);
  }

  /** A template for a text; an empty one leaves what an earlier template said. */
  static Field kept() {
    return new Text("", true);
  }

  /** A text that is no template. */
  static Field fixed() {
    return new Fixed("");
  }

  /** True or false, false when absent. */
  static Field flag() {
    return new Flag(Optional.of(false));
  }

  /** True or false or neither. */
  static Field optionalFlag() {
    return new Flag(Optional.empty());
  }

  static Field texts() {
    return new Texts();
  }

  static Field fixedTexts() {
    return new FixedTexts();
  }

  static Field textMap() {
    return new TextMap(_ -> Map.of());
  }

  /** Named fields: a name and a {@link Field} in turn. */
  static Group group(Object... namesAndFields) {
    Map<String, Field> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndFields.length; i += 2) {
      fields.put((String) namesAndFields[i], (Field) namesAndFields[i + 1]);
    }
    return new Group(fields);
  }

  /** Several texts of which an empty one leaves what an earlier template said. */
  static Group kept(List<String> names) {
    Map<String, Field> fields = new LinkedHashMap<>();
    names.forEach(name -> fields.put(name, kept()));
    return new Group(fields);
  }

  /** Several texts of the same kind. */
  static Group texts(List<String> names) {
    Map<String, Field> fields = new LinkedHashMap<>();
    names.forEach(name -> fields.put(name, text()));
    return new Group(fields);
  }
}
