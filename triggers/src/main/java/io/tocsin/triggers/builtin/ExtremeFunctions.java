package io.tocsin.triggers.builtin;

import io.tocsin.templates.golang.GoInt;
import io.tocsin.templates.golang.GoTypes;
import io.tocsin.triggers.run.GoMath;
import io.tocsin.triggers.run.Lists;
import io.tocsin.triggers.run.Site;
import io.tocsin.triggers.run.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** Extremes, averages and sums of numbers and lists of them. */
final class ExtremeFunctions {
  /** Lists in lists. */
  private static final int MAX_DEPTH = 500;

  private ExtremeFunctions() {}

  static void addTo(Map<String, Site.Body> all) {
    all.put("max", (run, arguments) -> extreme("max", GoMath::less, 0, arguments));
    all.put("min", (run, arguments) -> extreme("min", (a, b) -> GoMath.less(b, a), 0, arguments));
    all.put("mean", (run, arguments) -> mean(numbers("mean", arguments)));
    all.put("median", (run, arguments) -> median(numbers("median", arguments)));
    all.put("sum", (run, arguments) -> sum(arguments[0]));
    all.put("count", (run, arguments) -> count(arguments[0]));
  }

  /**
   * @param worse whether the first is worse than the second
   */
  private static Object extreme(
      String name, BiPredicate<Object, Object> worse, int depth, Object... arguments) {
    Object best = null;
    for (Object argument : arguments) {
      List<?> list = Lists.orNull(argument);
      if (list == null && !isNumber(argument)) {
        if (arguments.length == 1) {
          return argument;
        }
        throw NumberFunctions.invalid(name, argument);
      }
      Object found = list == null ? argument : extreme(name, worse, depth, list);
      if (found != null && (best == null || worse.test(best, found))) {
        best = found;
      }
    }
    return best;
  }

  private static Object extreme(
      String name, BiPredicate<Object, Object> worse, int depth, List<?> list) {
    if (depth > MAX_DEPTH) {
      throw NumberFunctions.invalid(name, list);
    }
    Object best = null;
    for (Object element : list) {
      List<?> nested = Lists.orNull(element);
      if (nested == null && !Values.isNumber(element)) {
        throw NumberFunctions.invalid(name, element);
      }
      Object found = nested == null ? element : extreme(name, worse, depth + 1, nested);
      if (found != null && (best == null || worse.test(best, found))) {
        best = found;
      }
    }
    return best;
  }

  private static boolean isNumber(Object value) {
    return Values.isNumber(GoTypes.bare(value));
  }

  private static double[] numbers(String name, Object[] arguments) {
    List<Double> numbers = new ArrayList<>();
    collect(name, Arrays.asList(arguments), numbers, 0);
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void collect(String name, List<?> values, List<Double> numbers, int depth) {
    for (Object value : values) {
      List<?> nested = Lists.orNull(value);
      if (nested != null && depth < MAX_DEPTH) {
        collect(name, nested, numbers, depth + 1);
      } else if (isNumber(value) && numbers.size() < 1_000_000) {
        numbers.add(((Number) GoTypes.bare(value)).doubleValue());
      } else {
        throw NumberFunctions.invalid(name, value);
      }
    }
  }

  private static Object mean(double[] numbers) {
    double total = 0;
    for (double number : numbers) {
      total += number;
    }
    return numbers.length == 0 ? 0.0 : total / numbers.length;
  }

  private static Object median(double[] numbers) {
    Arrays.sort(numbers);
    int middle = numbers.length / 2;
    if (numbers.length == 0) {
      return 0.0;
    }
    return numbers.length % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
  }

  private static Object sum(Object value) {
    Object sum = GoInt.of(0);
    for (Object element : Lists.elements(value)) {
      sum = GoMath.add(element, sum);
    }
    return sum;
  }

  private static Object count(Object value) {
    long count = 0;
    for (Object element : Lists.elements(value)) {
      count += Values.truth(element) ? 1 : 0;
    }
    return GoInt.of(count);
  }
}
