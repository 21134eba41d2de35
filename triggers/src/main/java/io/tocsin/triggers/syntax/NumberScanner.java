package io.tocsin.triggers.syntax;

/** Finds where a number ends. */
final class NumberScanner {
  private static final String DECIMAL = "0123456789_";

  private final String source;
  private final int start;
  private int end;

  NumberScanner(String source, int start) {
    this.source = source;
    this.start = start;
    this.end = start;
    scan();
  }

  int end() {
    return end;
  }

  private void scan() {
    String digits = digits();
    run(digits);
    int whole = end;
    if (accept(".")) {
      if (end < source.length() && source.charAt(end) == '.') {
        end = whole;
        return;
      }
      run(digits);
    }
    if (accept("eE")) {
      accept("+-");
      run(digits);
    }
    if (end < source.length() && Characters.isLetterOrDigit(source.codePointAt(end))) {
      throw new SyntaxException("bad number " + source.substring(start, end + 1), start);
    }
  }

  private String digits() {
    if (accept("0")) {
      if (accept("xX")) {
        return "0123456789abcdefABCDEF_";
      }
      if (accept("oO")) {
        return "01234567_";
      }
      if (accept("bB")) {
        return "01_";
      }
    }
    return DECIMAL;
  }

  private void run(String digits) {
    while (end < source.length() && digits.indexOf(source.charAt(end)) >= 0) {
      end++;
    }
  }

  private boolean accept(String characters) {
    boolean accepted = end < source.length() && characters.indexOf(source.charAt(end)) >= 0;
    end += accepted ? 1 : 0;
    return accepted;
  }
}
