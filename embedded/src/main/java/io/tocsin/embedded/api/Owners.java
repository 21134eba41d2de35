package io.tocsin.embedded.api;

import io.tocsin.embedded.json.Tree;
import io.tocsin.embedded.kinds.ResourceType;
import io.tocsin.embedded.patch.BuiltInRules;
import io.tocsin.embedded.patch.FieldSet;
import io.tocsin.embedded.patch.Fields;
import io.tocsin.embedded.patch.MergeRules;
import io.tocsin.embedded.patch.SchemaRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The owners of the fields of an object. They are recorded from its first server-side apply on. */
record Owners(List<Owner> entries) {
  private static final String FIELD = "managedFields";

  private static final Comparator<Owner> ORDER =
      Comparator.comparing(Owner::operation)
          .thenComparing(Owner::time)
          .thenComparing(Owner::manager)
          .thenComparing(Owner::subresource);

  Owners {
    entries = entries.stream().filter(owner -> !owner.fields().isEmpty()).sorted(ORDER).toList();
  }

  static MergeRules rules(ResourceType type) {
    return type.custom()
        .<MergeRules>map(custom -> new SchemaRules(custom.schema().node()))
        .orElseGet(BuiltInRules::new);
  }

  static Owners of(Map<String, Object> object) {
    return new Owners(
        Tree.list(Tree.map(object, "metadata"), FIELD).stream()
            .map(entry -> Owner.parse(Tree.asMap(entry)))
            .toList());
  }

  void writeTo(Map<String, Object> object) {
    List<Object> documents = new ArrayList<>();
    entries.forEach(owner -> documents.add(owner.document()));
    Metadata.of(object).set(FIELD, documents.isEmpty() ? null : documents);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** The entry of the same manager, operation and subresource. */
  Optional<Owner> find(Owner like) {
    return entries.stream().filter(owner -> owner.isLike(like)).findFirst();
  }

  /** All fields that anyone owns. */
  FieldSet fields() {
    return entries.stream().map(Owner::fields).reduce(FieldSet.EMPTY, FieldSet::plus);
  }

  /** These without the entry of the same manager, operation and subresource. */
  Owners without(Owner like) {
    return new Owners(entries.stream().filter(owner -> !owner.isLike(like)).toList());
  }

  /** These with one entry added, or with the old one when it holds the same. */
  Owners with(Owners before, Owner changed) {
    Owner next =
        before
            .find(changed)
            .filter(owner -> owner.fields().equals(changed.fields()))
            .orElse(changed);
    return new Owners(Stream.concat(entries.stream(), Stream.of(next)).toList());
  }

  /** These without some fields. */
  Owners without(FieldSet fields) {
    return new Owners(
        entries.stream().map(owner -> owner.with(owner.fields().minus(fields))).toList());
  }

  /** Records that a manager changed an object other than by apply. */
  Owners updated(
      ResourceType type, Map<String, Object> before, Map<String, Object> after, Owner updater) {
    MergeRules rules = rules(type);
    FieldSet set = Fields.different(Fields.of(after, rules), after, before);
    FieldSet gone = Fields.missing(Fields.of(before, rules), before, after);
    FieldSet own = find(updater).map(Owner::fields).orElse(FieldSet.EMPTY);
    Owner now = updater.with(own.minus(gone).plus(set));
    return without(updater).without(set.plus(gone)).with(this, now);
  }
}
