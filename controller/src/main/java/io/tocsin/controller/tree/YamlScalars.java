package io.tocsin.controller.tree;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** What a word of YAML 1.1 means to go-yaml 2, which Kubernetes' tools read with. */
final class YamlScalars {
  private static final Set<String> TRUE =
      Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
  private static final Set<String> FALSE =
      Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
  private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern INTEGER =
      Pattern.compile("([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)");
  private static final double EXACT = 9.2e18;

  private YamlScalars() {}

  static boolean isMergeKey(Event event) {
    return event instanceof ScalarEvent scalar
        && scalar.isPlain()
        && scalar.getValue().equals("<<");
  }

  static Object value(ScalarEvent scalar) {
    String tag = scalar.getTag().orElse("");
    return switch (tag) {
      case "" -> scalar.isPlain() ? plain(scalar.getValue()) : scalar.getValue();
      case "tag:yaml.org,2002:binary" -> binary(scalar.getValue());
      case "tag:yaml.org,2002:int",
          "tag:yaml.org,2002:float",
          "tag:yaml.org,2002:bool",
          "tag:yaml.org,2002:null" ->
          plain(scalar.getValue());
      default -> scalar.getValue();
    };
  }

  /** Keys of JSON are strings. */
  static String key(Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> text;
      case Long number -> number.toString();
      case Double number -> number.toString();
      case Boolean truth -> truth.toString();
      default -> throw new YamlEngineException("a key is a mapping or a list");
    };
  }

  private static Object plain(String text) {
    if (NULL.contains(text)) {
      return null;
    }
    if (TRUE.contains(text)) {
      return true;
    }
    if (FALSE.contains(text)) {
      return false;
    }
    return number(text).map(Object.class::cast).orElse(text);
  }

  private static Optional<Number> number(String text) {
    char first = text.charAt(0);
    if (first != '+' && first != '-' && first != '.' && (first < '0' || first > '9')) {
      return Optional.empty();
    }
    String digits = text.replace("_", "");
    var integer = INTEGER.matcher(digits);
    if (integer.matches()) {
      return Optional.of(integer(integer.group(1), integer.group(2).toLowerCase(Locale.ROOT)));
    }
    return FLOAT.matcher(digits).matches()
        ? Optional.of(shortest(Double.parseDouble(digits)))
        : Optional.empty();
  }

  private static Number integer(String sign, String digits) {
    BigInteger magnitude =
        switch (digits.length() < 2 || digits.charAt(0) != '0' ? ' ' : digits.charAt(1)) {
          case ' ' -> new BigInteger(digits);
          case 'x' -> new BigInteger(digits.substring(2), 16);
          case 'b' -> new BigInteger(digits.substring(2), 2);
          case 'o' -> new BigInteger(digits.substring(2), 8);
          default -> new BigInteger(digits, 8);
        };
    BigInteger value = sign.equals("-") ? magnitude.negate() : magnitude;
    return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value.doubleValue();
  }

  /** JSON, through which all YAML goes there, writes 1.0 as 1. */
  private static Number shortest(double value) {
    return value == Math.rint(value) && Math.abs(value) < EXACT ? (Number) (long) value : value;
  }

  private static String binary(String text) {
    try {
      return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new YamlEngineException("!!binary is not base64", e);
    }
  }
}
