package io.tocsin.templates.golang;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;

/**
 * A list or map of a Go type other than {@code []interface {}} and {@code map[string]interface {}}.
 * They are {@link List} and {@link Map} to whoever does not ask.
 */
public sealed interface GoTyped {
  GoType type();

  /** A read-only view of a list with the name of its Go type, such as {@link GoType#STRINGS}. */
  static List<Object> list(GoType type, List<?> elements) {
    return new TypedList(type, elements);
  }

  /** A read-only view of a map with the name of its Go type, such as {@link GoType#STRING_MAP}. */
  static Map<String, Object> map(GoType type, Map<String, ?> entries) {
    return new TypedMap(type, entries);
  }

  /** Immutable when what it views is. */
  final class TypedList extends AbstractList<Object> implements GoTyped, RandomAccess {
    private final GoType type;
    private final List<?> elements;

    private TypedList(GoType type, List<?> elements) {
      this.type = type;
      this.elements = elements;
    }

    @Override
    public GoType type() {
      return type;
    }

    @Override
    public Object get(int index) {
      return elements.get(index);
    }

    @Override
    public int size() {
      return elements.size();
    }
  }

  /** Immutable when what it views is. */
  final class TypedMap extends AbstractMap<String, Object> implements GoTyped {
    private final GoType type;
    private final Map<String, Object> entries;

    private TypedMap(GoType type, Map<String, ?> entries) {
      this.type = type;
      this.entries = Collections.unmodifiableMap(entries);
    }

    @Override
    public GoType type() {
      return type;
    }

    @Override
    public Object get(Object key) {
      return entries.get(key);
    }

    @Override
    public boolean containsKey(Object key) {
      return entries.containsKey(key);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
      return entries.entrySet();
    }
  }
}
