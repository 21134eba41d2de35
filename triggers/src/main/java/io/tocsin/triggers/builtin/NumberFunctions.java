package io.tocsin.triggers.builtin;

import io.tocsin.templates.golang.GoInt;
import io.tocsin.templates.golang.GoTypes;
import io.tocsin.triggers.run.Failure;
import io.tocsin.triggers.run.GoMath;
import io.tocsin.triggers.run.Site;
import io.tocsin.triggers.run.Values;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Pattern;

/** Rounding and conversion of numbers. */
final class NumberFunctions {
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final Pattern HEXADECIMAL =
      Pattern.compile("[+-]?0[xX]([0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)[pP][+-]?[0-9]+");

  private NumberFunctions() {}

  static void addTo(Map<String, Site.Body> all) {
    all.put("abs", (run, arguments) -> abs(arguments[0]));
    all.put("ceil", rounding("ceil", Math::ceil));
    all.put("floor", rounding("floor", Math::floor));
    all.put("round", rounding("round", NumberFunctions::round));
    all.put("int", (run, arguments) -> toInt(arguments[0]));
    all.put("float", (run, arguments) -> toFloat(arguments[0]));
  }

  private static Object abs(Object value) {
    if (!Values.isNumber(value)) {
      throw invalid("abs", value);
    }
    return GoMath.less(value, GoInt.of(0)) ? GoMath.negate(value) : value;
  }

  private static Site.Body rounding(String name, DoubleUnaryOperator operator) {
    return (run, arguments) -> {
      Object value = arguments[0];
      if (!Values.isNumber(value)) {
        throw invalid(name, value);
      }
      double number = ((Number) value).doubleValue();
      return value instanceof Double ? operator.applyAsDouble(number) : number;
    };
  }

  /** Halves go away from zero. */
  private static double round(double number) {
    double whole = number < 0 ? Math.ceil(number) : Math.floor(number);
    return Math.abs(number - whole) >= 0.5 ? whole + Math.copySign(1, number) : whole;
  }

  private static Object toInt(Object value) {
    Object bare = GoTypes.bare(value);
    if (bare instanceof String text) {
      return GoInt.of(parseInt(text));
    }
    if (!Values.isNumber(bare)) {
      throw new Failure("invalid operation: int(" + Values.typeName(value) + ")");
    }
    return GoInt.of(Values.toLong(bare));
  }

  private static long parseInt(String text) {
    try {
      if (WHOLE.matcher(text).matches()) {
        return Long.parseLong(text);
      }
    } catch (NumberFormatException e) {
      throw new Failure("the number is too large: int(" + text + ")");
    }
    throw new Failure("invalid operation: int(" + text + ")");
  }

  private static Object toFloat(Object value) {
    if (value instanceof String text) {
      return parseFloat(text);
    }
    if (!Values.isNumber(value)) {
      throw new Failure("invalid operation: float(" + Values.typeName(value) + ")");
    }
    return ((Number) value).doubleValue();
  }

  private static double parseFloat(String text) {
    if (DECIMAL.matcher(text).matches() || HEXADECIMAL.matcher(text).matches()) {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
      case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
      case "nan" -> Double.NaN;
      default -> throw new Failure("invalid operation: float(" + text + ")");
    };
  }

  static Failure invalid(String name, Object value) {
    return new Failure("invalid argument for %s (type %s)".formatted(name, Values.typeName(value)));
  }
}
