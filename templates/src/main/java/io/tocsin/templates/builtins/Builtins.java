package io.tocsin.templates.builtins;

import static io.tocsin.templates.golang.GoType.ANY;
import static io.tocsin.templates.golang.GoType.BOOL;
import static io.tocsin.templates.golang.GoType.INT;
import static io.tocsin.templates.golang.GoType.STRING;

import io.tocsin.templates.golang.GoCalls;
import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoFormat;
import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoInt;
import io.tocsin.templates.golang.GoTypes;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All builtins by name. */
public final class Builtins {
  private Builtins() {}

  /**
   * @param limit the number of characters that a text which they make may have
   */
  public static Map<String, GoFunction> functions(int limit) {
    return Stream.of(logic(), comparisons(), values(), texts(limit))
        .flatMap(Function.identity())
        .collect(Collectors.toUnmodifiableMap(GoFunction::name, Function.identity()));
  }

  /** The engine evaluates {@code and} and {@code or} itself; here they take all operands. */
  private static Stream<GoFunction> logic() {
    return Stream.of(
        GoFunction.variadic("and", ANY, a -> first(a, false), ANY, ANY),
        GoFunction.variadic("or", ANY, a -> first(a, true), ANY, ANY),
        GoFunction.of("not", BOOL, a -> !GoTypes.isTrue(a[0]), ANY));
  }

  private static Object first(Object[] operands, boolean truth) {
    return Arrays.stream(operands)
        .filter(operand -> GoTypes.isTrue(operand) == truth)
        .findFirst()
        .orElse(operands[operands.length - 1]);
  }

  private static Stream<GoFunction> comparisons() {
    return Stream.of(
        GoFunction.variadic("eq", BOOL, Comparison::equalsAny, ANY, ANY),
        GoFunction.of("ne", BOOL, a -> !Comparison.areEqual(a[0], a[1]), ANY, ANY),
        GoFunction.of("lt", BOOL, a -> Comparison.isLess(a[0], a[1]), ANY, ANY),
        GoFunction.of("le", BOOL, a -> Comparison.isLessOrEqual(a[0], a[1]), ANY, ANY),
        GoFunction.of("gt", BOOL, a -> !Comparison.isLessOrEqual(a[0], a[1]), ANY, ANY),
        GoFunction.of("ge", BOOL, a -> !Comparison.isLess(a[0], a[1]), ANY, ANY));
  }

  private static Stream<GoFunction> values() {
    return Stream.of(
        GoFunction.variadic("call", ANY, Builtins::call, ANY, ANY),
        GoFunction.of("len", INT, a -> GoInt.of(Indexing.length(a[0])), ANY),
        GoFunction.variadic("index", ANY, Indexing::index, ANY, ANY),
        GoFunction.variadic("slice", ANY, Slicing::slice, ANY, ANY));
  }

  private static Object call(Object[] arguments) {
    if (arguments[0] == null) {
      throw new GoException("call of nil");
    }
    if (!(arguments[0] instanceof GoFunction function)) {
      throw new GoException("non-function of type " + GoTypes.name(arguments[0]));
    }
    return GoCalls.call(function, rest(arguments));
  }

  private static Stream<GoFunction> texts(int limit) {
    return Stream.of(
        GoFunction.variadic("print", STRING, a -> GoFormat.print(limit, a), ANY),
        GoFunction.variadic("println", STRING, a -> GoFormat.println(limit, a), ANY),
        GoFunction.variadic(
            "printf", STRING, a -> GoFormat.printf(limit, (String) a[0], rest(a)), STRING, ANY),
        GoFunction.variadic("html", STRING, a -> Escaping.html(text(limit, a)), ANY),
        GoFunction.variadic("js", STRING, a -> Escaping.javaScript(text(limit, a)), ANY),
        GoFunction.variadic("urlquery", STRING, a -> Escaping.urlQuery(text(limit, a)), ANY));
  }

  private static Object[] rest(Object[] arguments) {
    return Arrays.copyOfRange(arguments, 1, arguments.length);
  }

  /** The arguments as an action would print them. */
  private static String text(int limit, Object[] arguments) {
    Object[] printed =
        Arrays.stream(arguments).map(value -> value == null ? "<no value>" : value).toArray();
    return GoFormat.print(limit, printed);
  }
}
