package io.tocsin.embedded.patch;

import io.tocsin.embedded.json.Tree;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * A set of fields in the form of {@code fieldsV1}. The steps of a path are {@code f:name}, {@code
 * k:{"key":"value"}} for an element of a keyed list and {@code v:value} for a member of a set.
 *
 * @param self whether the place itself belongs to the set
 * @param children what lies below it, by step; never empty sets
 */
public record FieldSet(boolean self, Map<String, FieldSet> children) {
  /** No fields. */
  public static final FieldSet EMPTY = new FieldSet(false, Map.of());

  /** The place itself and nothing below. */
  static final FieldSet LEAF = new FieldSet(true, Map.of());

  private static final String SELF = ".";

  public FieldSet {
    Map<String, FieldSet> kept = new TreeMap<>();
    children.forEach(
        (step, child) -> {
          if (!child.isEmpty()) {
            kept.put(step, child);
          }
        });
    children = Collections.unmodifiableMap(kept);
  }

  /** Reads the form that metadata holds. */
  public static FieldSet parse(Map<String, Object> fields) {
    Map<String, FieldSet> children = new TreeMap<>();
    fields.forEach(
        (step, below) -> {
          if (!step.equals(SELF)) {
            Map<String, Object> child = Tree.asMap(below);
            children.put(step, child.isEmpty() ? LEAF : parse(child));
          }
        });
    return new FieldSet(fields.containsKey(SELF), children);
  }

  /** The value of {@code fieldsV1}. */
  public Map<String, Object> document() {
    Map<String, Object> document = new TreeMap<>();
    if (self && !children.isEmpty()) {
      document.put(SELF, new TreeMap<>());
    }
    children.forEach((step, child) -> document.put(step, child.document()));
    return document;
  }

  public boolean isEmpty() {
    return !self && children.isEmpty();
  }

  boolean isLeaf() {
    return self && children.isEmpty();
  }

  /** What lies below a step. */
  FieldSet child(String step) {
    return children.getOrDefault(step, EMPTY);
  }

  /** The fields of either. */
  public FieldSet plus(FieldSet other) {
    return combine(other, self || other.self, FieldSet::plus);
  }

  /** The fields of this that are not in the other. */
  public FieldSet minus(FieldSet other) {
    return combine(other, self && !other.self, FieldSet::minus);
  }

  /** The fields of both. */
  public FieldSet and(FieldSet other) {
    return combine(other, self && other.self, FieldSet::and);
  }

  private FieldSet combine(FieldSet other, boolean both, BinaryOperator<FieldSet> operator) {
    Map<String, FieldSet> combined = new TreeMap<>();
    for (String step : children.keySet()) {
      combined.put(step, operator.apply(child(step), other.child(step)));
    }
    for (String step : other.children.keySet()) {
      combined.putIfAbsent(step, operator.apply(EMPTY, other.child(step)));
    }
    return new FieldSet(both, combined);
  }
}
