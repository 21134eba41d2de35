package io.tocsin.triggers.run;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;

/** Lists and maps of Go types that only Expr's builtins make. */
public sealed interface Typed {
  /** The name of the Go type. */
  String typeName();

  /** A nil slice: no element, and equal to nil. */
  Typed NIL_LIST = new TypedList("[]interface {}", List.of());

  /** A nil {@code []byte}, told from others by identity. */
  byte[] NIL_BYTES = {};

  /** A pair of a key and its value. */
  static TypedList pair(Object key, Object value) {
    return new TypedList("[2]interface {}", Arrays.asList(key, value));
  }

  /** Pairs of keys and their values. */
  static TypedList pairs(List<?> pairs) {
    return new TypedList("[][2]interface {}", pairs);
  }

  /** Some of the elements, as a list of the same type; of a pair, any values. */
  static Object slice(TypedList list, int from, int to) {
    String type = list.typeName.startsWith("[2]") ? "[]interface {}" : list.typeName;
    return new TypedList(type, list.subList(from, to));
  }

  /** A map with keys of any type. */
  static TypedMap map(Map<Object, Object> entries) {
    return new TypedMap("map[interface {}]interface {}", entries, null);
  }

  /** A map from keys of any type to lists. */
  static TypedMap groups(Map<Object, Object> entries) {
    return new TypedMap("map[interface {}][]interface {}", entries, NIL_LIST);
  }

  /** Immutable when what it views is. */
  final class TypedList extends AbstractList<Object> implements Typed, RandomAccess {
    private final String typeName;
    private final List<?> elements;

    private TypedList(String typeName, List<?> elements) {
      this.typeName = typeName;
      this.elements = elements;
    }

    @Override
    public String typeName() {
      return typeName;
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
  final class TypedMap extends AbstractMap<Object, Object> implements Typed {
    private final String typeName;
    private final Map<Object, Object> entries;
    private final Object missing;

    private TypedMap(String typeName, Map<Object, Object> entries, Object missing) {
      this.typeName = typeName;
      this.entries = entries;
      this.missing = missing;
    }

    @Override
    public String typeName() {
      return typeName;
    }

    /** What a key that is not there has for a value. */
    Object missing() {
      return missing;
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
    public Set<Entry<Object, Object>> entrySet() {
      return Collections.unmodifiableMap(entries).entrySet();
    }
  }
}
