package io.tocsin.triggers.plain;

import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoInt;
import io.tocsin.templates.golang.GoInteger;
import io.tocsin.templates.golang.GoObject;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes Go's values of what JEXL's literals and operators make. */
final class PlainValues {
  private PlainValues() {}

  static Object toGo(Object value) {
    return switch (value) {
      case null -> null;
      case String _, Boolean _, Long _, Double _, GoInt _, GoInteger _, byte[] _ -> value;
      case GoObject _, GoFunction _, List<?> _ -> value;
      case Number number -> number(number);
      case Map<?, ?> map -> map(map);
      case Collection<?> collection -> list(collection);
      default -> value.getClass().isArray() ? list(array(value)) : value.toString();
    };
  }

  private static Object number(Number number) {
    return switch (number) {
      case Integer whole -> GoInt.of(whole);
      case Short whole -> GoInt.of(whole);
      case Byte whole -> GoInt.of(whole);
      case BigInteger whole when whole.bitLength() < Long.SIZE -> GoInt.of(whole.longValue());
      default -> number.doubleValue();
    };
  }

  private static Object map(Map<?, ?> map) {
    Map<String, Object> converted = new LinkedHashMap<>();
    map.forEach((key, value) -> converted.put(String.valueOf(key), toGo(value)));
    return Collections.unmodifiableMap(converted);
  }

  private static Object list(Collection<?> collection) {
    List<Object> converted = new ArrayList<>(collection.size());
    collection.forEach(element -> converted.add(toGo(element)));
    return Collections.unmodifiableList(converted);
  }

  private static List<Object> array(Object array) {
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < Array.getLength(array); i++) {
      elements.add(Array.get(array, i));
    }
    return elements;
  }
}
