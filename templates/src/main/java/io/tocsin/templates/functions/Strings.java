package io.tocsin.templates.functions;

import static io.tocsin.templates.golang.GoType.ANY;
import static io.tocsin.templates.golang.GoType.BOOL;
import static io.tocsin.templates.golang.GoType.INT;
import static io.tocsin.templates.golang.GoType.STRING;

import io.tocsin.templates.golang.GoFormat;
import io.tocsin.templates.golang.GoStrings;
import java.util.Arrays;
import java.util.Objects;

/** Sprig's chapter "String Functions", less what makes random texts. */
final class Strings {
  private Strings() {}

  static Chapter chapter() {
    Chapter chapter = new Chapter("Strings");
    trimming(chapter);
    parts(chapter);
    casing(chapter);
    layout(chapter);
    return chapter;
  }

  private static void trimming(Chapter chapter) {
    chapter
        .add("trim", STRING, a -> Texts.trimSpace(Args.text(a, 0)), STRING)
        .add("trimAll", STRING, a -> Texts.trim(Args.text(a, 1), Args.text(a, 0)), STRING, STRING)
        .alias("trimall", "trimAll")
        .add(
            "trimSuffix", STRING, a -> trimSuffix(Args.text(a, 0), Args.text(a, 1)), STRING, STRING)
        .add(
            "trimPrefix", STRING, a -> trimPrefix(Args.text(a, 0), Args.text(a, 1)), STRING, STRING)
        .add("nospace", STRING, a -> nospace(Args.text(a, 0)), STRING);
  }

  private static void parts(Chapter chapter) {
    chapter
        .add(
            "substr",
            STRING,
            a -> Substrings.between(Args.integer(a, 0), Args.integer(a, 1), Args.text(a, 2)),
            INT,
            INT,
            STRING)
        .add(
            "trunc",
            STRING,
            a -> Substrings.truncate(Args.integer(a, 0), Args.text(a, 1)),
            INT,
            STRING)
        .add(
            "abbrev",
            STRING,
            a -> Substrings.abbreviate(0, Args.integer(a, 0), Args.text(a, 1)),
            INT,
            STRING)
        .add(
            "abbrevboth",
            STRING,
            a -> Substrings.abbreviate(Args.integer(a, 0), Args.integer(a, 1), Args.text(a, 2)),
            INT,
            INT,
            STRING)
        .add("initials", STRING, a -> initials(Args.text(a, 0)), STRING)
        .add("contains", BOOL, a -> Args.text(a, 1).contains(Args.text(a, 0)), STRING, STRING)
        .add("hasPrefix", BOOL, a -> Args.text(a, 1).startsWith(Args.text(a, 0)), STRING, STRING)
        .add("hasSuffix", BOOL, a -> Args.text(a, 1).endsWith(Args.text(a, 0)), STRING, STRING);
  }

  private static void casing(Chapter chapter) {
    chapter
        .add("upper", STRING, a -> Runes.upper(Args.text(a, 0)), STRING)
        .add("lower", STRING, a -> Runes.lower(Args.text(a, 0)), STRING)
        .add("title", STRING, a -> Texts.title(Args.text(a, 0)), STRING)
        .add("untitle", STRING, a -> Casing.uncapitalized(Args.text(a, 0)), STRING)
        .add("swapcase", STRING, a -> Casing.swapped(Args.text(a, 0)), STRING)
        .add("snakecase", STRING, a -> WordCase.lower(Args.text(a, 0), '_'), STRING)
        .add("kebabcase", STRING, a -> WordCase.lower(Args.text(a, 0), '-'), STRING)
        .add("camelcase", STRING, a -> Casing.pascal(Args.text(a, 0)), STRING);
  }

  private static void layout(Chapter chapter) {
    chapter
        .add("hello", STRING, none -> "Hello!")
        .add("repeat", STRING, a -> Texts.repeat(Args.text(a, 1), Args.integer(a, 0)), INT, STRING)
        .add(
            "wrap",
            STRING,
            a -> Wrapping.wrap(Args.text(a, 1), Args.integer(a, 0), "", false),
            INT,
            STRING)
        .add(
            "wrapWith",
            STRING,
            a -> Wrapping.wrap(Args.text(a, 2), Args.integer(a, 0), Args.text(a, 1), true),
            INT,
            STRING,
            STRING)
        .variadic("quote", STRING, Strings::quote, ANY)
        .variadic("squote", STRING, Strings::squote, ANY)
        .variadic("cat", STRING, Strings::cat, ANY)
        .add("indent", STRING, a -> indent(Args.integer(a, 0), Args.text(a, 1)), INT, STRING)
        .add(
            "nindent", STRING, a -> '\n' + indent(Args.integer(a, 0), Args.text(a, 1)), INT, STRING)
        .add(
            "replace",
            STRING,
            a -> Texts.replace(Args.text(a, 2), Args.text(a, 0), Args.text(a, 1)),
            STRING,
            STRING,
            STRING)
        .add("plural", STRING, a -> Args.integer(a, 2) == 1 ? a[0] : a[1], STRING, STRING, INT);
  }

  private static String trimSuffix(String suffix, String text) {
    return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
  }

  private static String trimPrefix(String prefix, String text) {
    return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
  }

  /** Sprig takes each byte for a character here, once there is a space to delete. */
  private static String nospace(String text) {
    byte[] bytes = GoStrings.bytes(text);
    StringBuilder out = new StringBuilder(bytes.length);
    for (byte b : bytes) {
      if (!Runes.isSpace(b & 0xFF)) {
        out.append((char) (b & 0xFF));
      }
    }
    return out.length() == bytes.length ? text : out.toString();
  }

  /** Sprig takes each byte for a character here. */
  private static String initials(String text) {
    StringBuilder out = new StringBuilder();
    boolean afterGap = true;
    for (byte b : GoStrings.bytes(text)) {
      boolean gap = Runes.isSpace(b & 0xFF);
      if (!gap && afterGap) {
        out.append((char) (b & 0xFF));
      }
      afterGap = gap;
    }
    return out.toString();
  }

  private static String quote(Object[] values) {
    return joined(values, value -> GoFormat.printf("%q", Texts.of(value)));
  }

  private static String squote(Object[] values) {
    return joined(values, value -> "'" + GoFormat.sprint(value) + "'");
  }

  private static String cat(Object[] values) {
    return joined(values, GoFormat::sprint);
  }

  private static String joined(Object[] values, java.util.function.Function<Object, String> text) {
    return Texts.join(Arrays.stream(values).filter(Objects::nonNull).map(text).toList(), " ");
  }

  private static String indent(long spaces, String text) {
    String pad = Texts.repeat(" ", spaces);
    return pad + Texts.replace(text, "\n", "\n" + pad);
  }
}
