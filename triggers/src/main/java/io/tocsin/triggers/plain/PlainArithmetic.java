package io.tocsin.triggers.plain;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.tocsin.triggers.run.Failure;
import java.math.MathContext;
import org.apache.commons.jexl3.JexlArithmetic;

/**
 * JEXL's own arithmetic, with regular expressions that take linear time and ranges that end.
 * Immutable and thread-safe.
 */
final class PlainArithmetic extends JexlArithmetic {
  private static final long MAX_RANGE = 100_000;

  PlainArithmetic() {
    super(false);
  }

  @Override
  protected JexlArithmetic createWithOptions(boolean strict, MathContext context, int scale) {
    return this;
  }

  @Override
  public Boolean contains(Object container, Object value) {
    if (container == null || value == null) {
      return container == null && value == null;
    }
    return switch (container) {
      case java.util.regex.Pattern pattern -> matches(pattern.pattern(), value.toString());
      case CharSequence pattern -> matches(pattern.toString(), value.toString());
      default -> super.contains(container, value);
    };
  }

  private static boolean matches(String pattern, String text) {
    try {
      return Pattern.matches(pattern, text);
    } catch (PatternSyntaxException e) {
      throw new Failure(e.getMessage());
    }
  }

  @Override
  public Iterable<?> createRange(Object from, Object to) {
    if (Math.abs(toLong(to) - toLong(from)) >= MAX_RANGE) {
      throw new Failure("a range has at most " + MAX_RANGE + " numbers");
    }
    return super.createRange(from, to);
  }
}
