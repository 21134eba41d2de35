package io.tocsin.templates.functions;

import static io.tocsin.templates.golang.GoType.ANY;
import static io.tocsin.templates.golang.GoType.BOOL;
import static io.tocsin.templates.golang.GoType.STRING;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoTypes;
import java.util.Arrays;
import java.util.function.Function;

/** Sprig's chapter "Default Functions", and its JSON functions, which stand there. */
final class Defaults {
  private Defaults() {}

  static Chapter chapter() {
    return new Chapter("Defaults")
        .variadic("default", ANY, Defaults::orDefault, ANY, ANY)
        .add("empty", BOOL, a -> !GoTypes.isTrue(a[0]), ANY)
        .variadic("coalesce", ANY, Defaults::firstTrue, ANY)
        .variadic("all", BOOL, a -> Arrays.stream(a).allMatch(GoTypes::isTrue), ANY)
        .variadic("any", BOOL, a -> Arrays.stream(a).anyMatch(GoTypes::isTrue), ANY)
        .add("ternary", ANY, a -> (Boolean) a[2] ? a[0] : a[1], ANY, ANY, BOOL)
        .add("fromJson", ANY, a -> orElse(JsonReader::read, Args.text(a, 0), null), STRING)
        .add("mustFromJson", ANY, a -> JsonReader.read(Args.text(a, 0)), STRING)
        .add("toJson", STRING, a -> orElse(JsonWriter::json, a[0], ""), ANY)
        .add("mustToJson", STRING, a -> JsonWriter.json(a[0]), ANY)
        .add("toPrettyJson", STRING, a -> orElse(JsonWriter::pretty, a[0], ""), ANY)
        .add("mustToPrettyJson", STRING, a -> JsonWriter.pretty(a[0]), ANY)
        .add("toRawJson", STRING, a -> JsonWriter.raw(a[0]), ANY)
        .alias("mustToRawJson", "toRawJson");
  }

  private static Object orDefault(Object[] arguments) {
    boolean given = arguments.length > 1 && GoTypes.isTrue(arguments[1]);
    return given ? arguments[1] : arguments[0];
  }

  private static Object firstTrue(Object[] values) {
    for (Object value : values) {
      if (GoTypes.isTrue(value)) {
        return value;
      }
    }
    return null;
  }

  private static <T> Object orElse(Function<T, Object> function, T value, Object otherwise) {
    try {
      return function.apply(value);
    } catch (GoException e) {
      return otherwise;
    }
  }
}
