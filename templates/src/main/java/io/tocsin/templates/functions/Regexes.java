package io.tocsin.templates.functions;

import static io.tocsin.templates.golang.GoType.BOOL;
import static io.tocsin.templates.golang.GoType.INT;
import static io.tocsin.templates.golang.GoType.STRING;
import static io.tocsin.templates.golang.GoType.STRINGS;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoFormat;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Sprig's regular expressions: RE2's syntax and linear time. Functions without {@code must} word
 * the error of a bad expression differently, no more.
 */
final class Regexes {
  private Regexes() {}

  static Chapter chapter() {
    Chapter chapter = new Chapter("Regular expressions");
    chapter
        .add("regexMatch", BOOL, Regexes::matches, STRING, STRING)
        .add(
            "mustRegexMatch", BOOL, a -> compile(a, false).matches(Args.text(a, 1)), STRING, STRING)
        .add("regexQuoteMeta", STRING, a -> Pattern.quote(Args.text(a, 0)), STRING);
    finding(chapter, "regex", true);
    finding(chapter, "mustRegex", false);
    replacing(chapter, "regex", true);
    replacing(chapter, "mustRegex", false);
    return chapter;
  }

  private static void finding(Chapter chapter, String prefix, boolean panics) {
    chapter
        .add(prefix + "Find", STRING, a -> compile(a, panics).find(Args.text(a, 1)), STRING, STRING)
        .add(
            prefix + "FindAll",
            STRINGS,
            a -> texts(compile(a, panics).findAll(Args.text(a, 1), Args.integer(a, 2))),
            STRING,
            STRING,
            INT)
        .add(
            prefix + "Split",
            STRINGS,
            a -> split(compile(a, panics), Args.text(a, 1), Args.integer(a, 2)),
            STRING,
            STRING,
            INT);
  }

  private static void replacing(Chapter chapter, String prefix, boolean panics) {
    chapter
        .add(
            prefix + "ReplaceAll",
            STRING,
            a -> replace(a, panics, Expansion::of),
            STRING,
            STRING,
            STRING)
        .add(
            prefix + "ReplaceAllLiteral",
            STRING,
            a -> replace(a, panics, (regex, text) -> Expansion.literal(text)),
            STRING,
            STRING,
            STRING);
  }

  private static String replace(
      Object[] arguments, boolean panics, BiFunction<Pattern, String, Expansion> expansion) {
    Regex regex = compile(arguments, panics);
    return regex.replaceAll(
        Args.text(arguments, 1), expansion.apply(regex.pattern(), Args.text(arguments, 2)));
  }

  private static Object texts(List<String> texts) {
    return texts.isEmpty() ? NilList.STRINGS : StringLists.typed(texts);
  }

  private static Object split(Regex regex, String text, long limit) {
    return limit == 0 ? NilList.STRINGS : StringLists.typed(regex.split(text, limit));
  }

  private static boolean matches(Object[] arguments) {
    try {
      return compile(arguments, false).matches(Args.text(arguments, 1));
    } catch (GoException e) {
      return false;
    }
  }

  private static Regex compile(Object[] arguments, boolean panics) {
    String expression = Args.text(arguments, 0);
    try {
      return new Regex(Pattern.compile(expression));
    } catch (PatternSyntaxException e) {
      String message = message(e, expression);
      throw new GoException(
          panics
              ? GoFormat.printf("regexp: Compile(%s): %s", quoted(expression), message)
              : message);
    }
  }

  /** RE2/J has no words of its own for a parenthesis too many. */
  private static String message(PatternSyntaxException e, String expression) {
    return e.getMessage().contains("stack underflow")
        ? "error parsing regexp: unexpected ): `" + expression + "`"
        : e.getMessage();
  }

  private static String quoted(String expression) {
    return expression.contains("`") ? GoFormat.printf("%q", expression) : "`" + expression + "`";
  }
}
