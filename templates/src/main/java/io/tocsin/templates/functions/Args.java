package io.tocsin.templates.functions;

import io.tocsin.templates.golang.GoException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Arguments as the types that the functions declared for them. */
final class Args {
  private Args() {}

  static String text(Object[] arguments, int index) {
    return (String) arguments[index];
  }

  static long integer(Object[] arguments, int index) {
    return ((Number) arguments[index]).longValue();
  }

  @SuppressWarnings("unchecked") // Go's maps have strings for keys
  static Map<String, Object> map(Object argument) {
    return (Map<String, Object>) argument;
  }

  static Map<String, Object> map(Object[] arguments, int index) {
    return map(arguments[index]);
  }

  /** The arguments from that index on. */
  static List<Object> rest(Object[] arguments, int from) {
    return Arrays.asList(arguments).subList(from, arguments.length);
  }

  /** What Go panics with when a range such as {@code [5:3]} does not lie within a text. */
  static GoException bounds(String range) {
    return new GoException("runtime error: slice bounds out of range " + range);
  }
}
