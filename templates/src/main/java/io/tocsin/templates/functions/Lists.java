package io.tocsin.templates.functions;

import static io.tocsin.templates.golang.GoType.ANY;
import static io.tocsin.templates.golang.GoType.INT;
import static io.tocsin.templates.golang.GoType.LIST;
import static io.tocsin.templates.golang.GoType.LISTS;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoInteger;
import io.tocsin.templates.golang.GoType;
import io.tocsin.templates.golang.GoTyped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Sprig's chapter "Lists and List Functions": what builds lists and takes them apart. */
final class Lists {
  private Lists() {}

  static Chapter chapter() {
    Chapter chapter = new Chapter("Lists");
    building(chapter);
    parts(chapter);
    ListSearch.addTo(chapter);
    return chapter;
  }

  private static void building(Chapter chapter) {
    chapter
        .variadic("list", LIST, a -> unmodifiable(Arrays.asList(a.clone())), ANY)
        .alias("tuple", "list")
        .add("append", LIST, a -> appended(a[0], a[1]), ANY, ANY)
        .alias("push", "append")
        .alias("mustAppend", "append")
        .alias("mustPush", "append")
        .add("prepend", LIST, a -> prepended(a[0], a[1]), ANY, ANY)
        .alias("mustPrepend", "prepend")
        .variadic("concat", ANY, Lists::concatenated, ANY)
        .add("reverse", LIST, a -> reversed(a[0]), ANY)
        .alias("mustReverse", "reverse");
  }

  private static void parts(Chapter chapter) {
    chapter
        .add("first", ANY, a -> edge(of(a[0], "find first on"), true), ANY)
        .alias("mustFirst", "first")
        .add("last", ANY, a -> edge(of(a[0], "find last on"), false), ANY)
        .alias("mustLast", "last")
        .add("rest", LIST, a -> without(of(a[0], "find rest on"), 1, 0), ANY)
        .alias("mustRest", "rest")
        .add("initial", LIST, a -> without(of(a[0], "find initial on"), 0, 1), ANY)
        .alias("mustInitial", "initial")
        .variadic("slice", ANY, Lists::slice, ANY, ANY)
        .alias("mustSlice", "slice")
        .add("chunk", LISTS, a -> chunks(Args.integer(a, 0), of(a[1], "chunk")), INT, ANY)
        .alias("mustChunk", "chunk");
  }

  static boolean isList(Object value) {
    return value instanceof List || value instanceof byte[];
  }

  /** The elements of a value that is a list. */
  static List<?> of(Object value) {
    if (value instanceof byte[] bytes) {
      List<Object> elements = new ArrayList<>(bytes.length);
      for (byte b : bytes) {
        elements.add(GoInteger.of(GoType.UINT8, b & 0xFF));
      }
      return elements;
    }
    return (List<?>) value;
  }

  /**
   * The elements of a list.
   *
   * @param doing what the error says cannot be done
   */
  static List<?> of(Object value, String doing) {
    if (!isList(value)) {
      throw noList("Cannot " + doing + " type ", value);
    }
    return of(value);
  }

  static GoException noList(String message, Object value) {
    return value == null
        ? new GoException("runtime error: invalid memory address or nil pointer dereference")
        : new GoException(message + Reflection.kind(value));
  }

  static List<Object> unmodifiable(List<?> elements) {
    return Collections.unmodifiableList(elements);
  }

  private static List<Object> appended(Object list, Object element) {
    List<?> elements = of(list, "push on");
    Limits.elements(elements.size() + 1L);
    List<Object> result = new ArrayList<>(elements.size() + 1);
    result.addAll(elements);
    result.add(element);
    return unmodifiable(result);
  }

  private static List<Object> prepended(Object list, Object element) {
    List<?> elements = of(list, "prepend on");
    Limits.elements(elements.size() + 1L);
    List<Object> result = new ArrayList<>(elements.size() + 1);
    result.add(element);
    result.addAll(elements);
    return unmodifiable(result);
  }

  private static List<Object> concatenated(Object[] lists) {
    List<Object> result = new ArrayList<>();
    for (Object list : lists) {
      if (!isList(list)) {
        throw list == null
            ? noList("", null)
            : new GoException("Cannot concat type " + Reflection.kind(list) + " as list");
      }
      List<?> elements = of(list);
      Limits.elements(result.size() + (long) elements.size());
      result.addAll(elements);
    }
    return result.isEmpty() ? NilList.INSTANCE : unmodifiable(result);
  }

  private static List<Object> reversed(Object list) {
    return unmodifiable(new ArrayList<>(of(list, "find reverse on").reversed()));
  }

  private static Object edge(List<?> elements, boolean first) {
    if (elements.isEmpty()) {
      return null;
    }
    return first ? elements.getFirst() : elements.getLast();
  }

  private static List<Object> without(List<?> elements, int atStart, int atEnd) {
    return elements.isEmpty()
        ? NilList.INSTANCE
        : unmodifiable(elements.subList(atStart, elements.size() - atEnd));
  }

  /** A part of a list, of the list's own type; nil for an empty one. */
  private static Object slice(Object[] arguments) {
    Object list = arguments[0];
    if (!isList(list)) {
      throw noList("list should be type of slice or array but ", list);
    }
    List<?> elements = of(list);
    if (elements.isEmpty()) {
      return null;
    }
    long from = arguments.length > 1 ? Casts.toLong(arguments[1]) : 0;
    long to = arguments.length > 2 ? Casts.toLong(arguments[2]) : elements.size();
    if (from < 0 || from > to || to > elements.size()) {
      throw new GoException("reflect.Value.Slice: slice index out of bounds");
    }
    if (list instanceof byte[] bytes) {
      return Arrays.copyOfRange(bytes, (int) from, (int) to);
    }
    List<?> part = elements.subList((int) from, (int) to);
    return list instanceof GoTyped typed ? GoTyped.list(typed.type(), part) : unmodifiable(part);
  }

  /** As Sprig computes it, so that a negative size fails or not as it does there. */
  private static Object chunks(long size, List<?> elements) {
    int length = elements.size();
    long count = size == 0 ? -1 : (long) Math.floor((length - 1) / (double) size) + 1;
    long last = size == 0 || length % size == 0 ? size : length % size;
    if (count < 0 || (count > 0 && last < 0)) {
      throw new GoException("runtime error: makeslice: len out of range");
    }
    List<Object> chunks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long from = i * size;
      long to = from + (i == count - 1 ? last : size);
      chunks.add(unmodifiable(elements.subList((int) from, (int) to)));
    }
    return GoTyped.list(LISTS, chunks);
  }
}
