package io.tocsin.controller.compare;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts such as {@code 500m} and {@code 1Gi}, which the API server writes in one way. */
final class Quantities {
  private static final Pattern QUANTITY =
      Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+))([numkMGTPE]|[KMGTPE]i|[eE][+-]?\\d{1,2})?");
  private static final Map<String, Integer> DECIMAL =
      Map.of("n", -9, "u", -6, "m", -3, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18);
  private static final String BINARY = "KMGTPE";
  private static final int MAX_LENGTH = 64;

  /** Fields of the API whose entries are quantities. */
  private static final Set<String> MAPS =
      Set.of(
          "limits",
          "requests",
          "hard",
          "capacity",
          "allocatable",
          "podFixed",
          "min",
          "max",
          "default",
          "defaultRequest",
          "maxLimitRequestRatio",
          "allocatedResources");

  /** Fields of the API that are quantities. */
  private static final Set<String> FIELDS = Set.of("sizeLimit", "divisor", "averageValue");

  private Quantities() {}

  static boolean isField(String parent, String field) {
    return FIELDS.contains(field)
        || MAPS.contains(parent)
        || (parent.equals("target") && field.equals("value"));
  }

  static boolean same(Object a, Object b) {
    Optional<BigDecimal> first = parse(a);
    Optional<BigDecimal> second = parse(b);
    return first.isPresent() && second.isPresent() && first.get().compareTo(second.get()) == 0;
  }

  private static Optional<BigDecimal> parse(Object value) {
    if (!(value instanceof String || value instanceof Number)) {
      return Optional.empty();
    }
    String text = value.toString();
    Matcher matcher = QUANTITY.matcher(text);
    if (text.length() > MAX_LENGTH || !matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(matcher.group(1));
    String suffix = matcher.group(2) == null ? "" : matcher.group(2);
    if (suffix.isEmpty()) {
      return Optional.of(number);
    }
    if (DECIMAL.containsKey(suffix)) {
      return Optional.of(number.scaleByPowerOfTen(DECIMAL.get(suffix)));
    }
    if (suffix.endsWith("i")) {
      int power = BINARY.indexOf(suffix.charAt(0)) + 1;
      return Optional.of(number.multiply(new BigDecimal(BigInteger.ONE.shiftLeft(10 * power))));
    }
    return Optional.of(number.scaleByPowerOfTen(Integer.parseInt(suffix.substring(1))));
  }
}
