package io.tocsin.templates.golang;

import java.util.Locale;

/** Writes booleans, numbers and strings as a directive asks. Rules: Go's fmt. */
final class BasicFormat {
  private static final int REPLACEMENT = 0xFFFD;

  private final StringBuilder out;
  private final FormatSpec spec;

  BasicFormat(StringBuilder out, FormatSpec spec) {
    this.out = out;
    this.spec = spec;
  }

  void pad(String text) {
    pad(text, spec.padsWithZeros() ? '0' : ' ');
  }

  private void pad(String text, char padding) {
    int missing = spec.width - text.codePointCount(0, text.length());
    if (missing > 0 && !spec.minus) {
      out.repeat(padding, missing);
    }
    out.append(text);
    if (missing > 0 && spec.minus) {
      out.repeat(' ', missing);
    }
  }

  void string(String text) {
    pad(truncate(text));
  }

  void quoted(String text) {
    String shown = truncate(text);
    boolean raw = spec.sharp && GoQuote.canBackquote(shown);
    pad(raw ? "`" + shown + "`" : GoQuote.string(shown, spec.plus));
  }

  private String truncate(String text) {
    boolean isLong = spec.precision >= 0 && text.codePointCount(0, text.length()) > spec.precision;
    return isLong ? text.substring(0, text.offsetByCodePoints(0, spec.precision)) : text;
  }

  void hexadecimal(byte[] bytes, boolean upper) {
    int length = spec.precision >= 0 ? Math.min(spec.precision, bytes.length) : bytes.length;
    String prefix = spec.sharp ? upper ? "0X" : "0x" : "";
    var text = new StringBuilder(length * 2);
    for (int i = 0; i < length; i++) {
      text.append(i > 0 && spec.space ? " " : "").append(i == 0 || spec.space ? prefix : "");
      text.append(Character.forDigit((bytes[i] >> 4) & 0xF, 16));
      text.append(Character.forDigit(bytes[i] & 0xF, 16));
    }
    String lower = text.toString();
    pad(upper ? lower.toUpperCase(Locale.ROOT) : lower);
  }

  void character(long code) {
    pad(Character.toString(rune(code)));
  }

  void quotedCharacter(long code) {
    pad(GoQuote.rune(rune(code), spec.plus));
  }

  private static int rune(long code) {
    boolean isRune = code >= 0 && code <= Character.MAX_CODE_POINT;
    boolean isSurrogate = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    return isRune && !isSurrogate ? (int) code : REPLACEMENT;
  }

  void unicode(long code) {
    String digits = Long.toHexString(code).toUpperCase(Locale.ROOT);
    String text = "U+" + "0".repeat(Math.max(Math.max(4, spec.precision) - digits.length(), 0));
    boolean isShown =
        spec.sharp
            && code >= 0
            && code <= Character.MAX_CODE_POINT
            && GoQuote.isPrintable((int) code);
    pad(text + digits + (isShown ? " '" + Character.toString((int) code) + "'" : ""), ' ');
  }

  void integer(long bits, boolean signed, int base, char verb) {
    if (spec.precision == 0 && bits == 0) {
      pad("", ' ');
      return;
    }
    boolean negative = signed && bits < 0;
    String sign = negative ? "-" : spec.plus ? "+" : spec.space ? " " : "";
    String digits = Long.toUnsignedString(negative ? -bits : bits, base);
    int wanted = spec.precision;
    if (wanted < 0 && spec.padsWithZeros()) {
      wanted = spec.width - sign.length();
    }
    digits = "0".repeat(Math.max(wanted - digits.length(), 0)) + digits;
    String prefixed = prefix(base, verb, digits) + digits;
    pad(sign + (verb == 'X' ? prefixed.toUpperCase(Locale.ROOT) : prefixed), ' ');
  }

  private String prefix(int base, char verb, String digits) {
    String prefix =
        switch (spec.sharp ? base : 10) {
          case 2 -> "0b";
          case 8 -> digits.startsWith("0") ? "" : "0";
          case 16 -> "0x";
          default -> "";
        };
    return verb == 'O' ? "0o" + prefix : prefix;
  }

  void floating(double value, char verb, int precision) {
    int digits = spec.precision >= 0 ? spec.precision : precision;
    String number = GoFloat.format(value, verb, digits);
    boolean hasSign = number.startsWith("-") || number.startsWith("+");
    String sign = hasSign ? number.substring(0, 1) : "+";
    String magnitude = hasSign ? number.substring(1) : number;
    if (!Double.isFinite(value)) {
      boolean isInfinite = Double.isInfinite(value);
      pad((isInfinite && !spec.space ? sign : shownSign(sign)) + magnitude, ' ');
      return;
    }
    if (spec.sharp && verb != 'b') {
      magnitude = SharpFloat.restore(magnitude, verb, digits);
    }
    String shown = shownSign(sign);
    int missing = spec.width - shown.length() - magnitude.length();
    boolean fills = spec.padsWithZeros() && missing > 0;
    pad(shown + (fills ? "0".repeat(missing) : "") + magnitude);
  }

  private String shownSign(String sign) {
    if (sign.equals("-") || spec.plus) {
      return sign;
    }
    return spec.space ? " " : "";
  }
}
