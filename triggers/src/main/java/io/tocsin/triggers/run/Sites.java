package io.tocsin.triggers.run;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.tocsin.templates.golang.GoInt;
import io.tocsin.templates.golang.GoStrings;
import io.tocsin.templates.golang.GoType;
import io.tocsin.templates.golang.GoTyped;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** What the language has for which JEXL has no operator. The last argument is named last. */
public final class Sites {
  private Sites() {}

  /** A call of the function that a path finds. */
  public static Site.Body call(Path callee) {
    return (run, arguments) -> {
      Object function = callee.value(run);
      return Path.isCut(function) ? Path.CUT : Functions.call(function, arguments);
    };
  }

  /** A call of a method; the object comes after the arguments. */
  public static Site.Body method(String name, boolean optional) {
    return (run, arguments) -> {
      int count = arguments.length - 1;
      Object target = arguments[count];
      return isCut(target, optional)
          ? Path.CUT
          : Functions.call(Members.get(target, name), Arrays.copyOf(arguments, count));
    };
  }

  /** A member with a constant name or index. */
  public static Site.Body member(Object key, boolean optional) {
    return (run, arguments) ->
        isCut(arguments[0], optional) ? Path.CUT : Members.get(arguments[0], key);
  }

  /** A member whose name or index comes after the object. */
  public static Object member(Run run, Object[] arguments) {
    return Members.get(arguments[0], arguments[1]);
  }

  /** Whether a chain goes on after this value. */
  public static Site.Body goesOn(boolean optional) {
    return (run, arguments) -> !isCut(arguments[0], optional);
  }

  private static boolean isCut(Object target, boolean optional) {
    return Path.isCut(target) || (optional && Values.isNil(target));
  }

  /** The value of a chain: nil where it was cut short. */
  public static Object chain(Run run, Object[] arguments) {
    Object value = arguments[0];
    return Path.isCut(value) || Values.isNil(value) ? null : value;
  }

  /** The start of a loop over a collection. */
  public static Site.Body start(int loop) {
    return (run, arguments) -> run.start(loop, arguments[0]);
  }

  /** A loop that has started, with the value that comes after the predicate. */
  public static Object begin(Run run, Object[] arguments) {
    Loop loop = (Loop) arguments[0];
    loop.begin(arguments[1]);
    return loop;
  }

  /** A list of all arguments. */
  public static Object list(Run run, Object[] arguments) {
    run.budget().grow(arguments.length);
    return Collections.unmodifiableList(Arrays.asList(arguments));
  }

  /** A map of keys and values in turn. Of equal keys the first wins. */
  public static Object map(Run run, Object[] arguments) {
    run.budget().grow(arguments.length / 2);
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = arguments.length - 2; i >= 0; i -= 2) {
      map.put(Values.text(arguments[i]), arguments[i + 1]);
    }
    return Collections.unmodifiableMap(map);
  }

  /** All whole numbers from one up to another. */
  public static Object range(Run run, Object[] arguments) {
    long from = Values.toLong(arguments[0]);
    long to = Values.toLong(arguments[1]);
    long size = Math.max(0, to - from + 1);
    run.budget().grow(size);
    List<?> numbers =
        size == 0 ? List.of() : LongStream.rangeClosed(from, to).mapToObj(GoInt::of).toList();
    return GoTyped.list(GoType.INTS, numbers);
  }

  /** {@code value[from:to]}; the end comes before the beginning. */
  public static Object slice(Run run, Object[] arguments) {
    Object value = arguments[0];
    if (!(value instanceof String) && Lists.orNull(value) == null) {
      throw new Failure("cannot slice " + Values.describe(value));
    }
    int length = Lists.length(value);
    long to = arguments[1] == null ? length : clamp(Values.toLong(arguments[1]), length);
    long from = arguments[2] == null ? 0 : clamp(Values.toLong(arguments[2]), length);
    return slice(value, (int) Math.min(from, to), (int) to);
  }

  private static long clamp(long index, int length) {
    return Math.clamp(index < 0 ? length + index : index, 0, length);
  }

  private static Object slice(Object value, int from, int to) {
    return switch (value) {
      case String text -> GoStrings.slice(text, from, to);
      case byte[] bytes -> Arrays.copyOfRange(bytes, from, to);
      case GoTyped.TypedList list -> GoTyped.list(list.type(), list.subList(from, to));
      case Typed.TypedList list -> Typed.slice(list, from, to);
      case List<?> list -> list.subList(from, to);
      default -> throw new IllegalStateException(Values.typeName(value));
    };
  }

  /** Whether the text matches a pattern that is known. */
  public static Site.Body matches(Pattern pattern) {
    return (run, arguments) ->
        !Values.isNil(arguments[0]) && pattern.matcher(searched(arguments[0])).find();
  }

  /** Whether the text matches the pattern that comes after it. */
  public static Object matches(Run run, Object[] arguments) {
    if (Values.isNil(arguments[0]) || Values.isNil(arguments[1])) {
      return false;
    }
    try {
      Pattern pattern = Pattern.compile(Values.text(arguments[1]));
      return pattern.matcher(searched(arguments[0])).find();
    } catch (PatternSyntaxException e) {
      throw new Failure(e.getMessage());
    }
  }

  private static String searched(Object value) {
    return value instanceof byte[] bytes ? GoStrings.of(bytes) : Values.text(value);
  }

  /** Equality of what the checker knows to be of that type: anything else is an error. */
  public static Site.Body equal(Class<?> type) {
    return (run, arguments) -> {
      for (Object argument : arguments) {
        if (!type.isInstance(argument)) {
          throw new Failure(
              "expected %s, not %s"
                  .formatted(
                      type == String.class ? "a string" : "an int", Values.describe(argument)));
        }
      }
      return arguments[0].equals(arguments[1]);
    };
  }
}
