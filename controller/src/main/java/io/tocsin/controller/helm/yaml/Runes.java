package io.tocsin.controller.helm.yaml;

/** The classes of characters that YAML's emitter tells apart. */
final class Runes {
  private static final int NEXT_LINE = 0x85;
  private static final int LINE_SEPARATOR = 0x2028;
  private static final int PARAGRAPH_SEPARATOR = 0x2029;

  private Runes() {}

  static boolean isBreak(int c) {
    return c == '\n'
        || c == '\r'
        || c == NEXT_LINE
        || c == LINE_SEPARATOR
        || c == PARAGRAPH_SEPARATOR;
  }

  /** Whether go-yaml writes the character as it is: no tab, and nothing beyond 16 bits. */
  static boolean isPrintable(int c) {
    return c == '\n'
        || (c >= ' ' && c <= '~')
        || (c >= 0xA0 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD && c != 0xFEFF);
  }

  /** The character as a double-quoted text has it, or null when it stands for itself. */
  static String escape(int c) {
    return switch (c) {
      case 0x00 -> "\\0";
      case 0x07 -> "\\a";
      case 0x08 -> "\\b";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case 0x0B -> "\\v";
      case 0x0C -> "\\f";
      case '\r' -> "\\r";
      case 0x1B -> "\\e";
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case NEXT_LINE -> "\\N";
      case LINE_SEPARATOR -> "\\L";
      case PARAGRAPH_SEPARATOR -> "\\P";
      default -> isPrintable(c) ? null : number(c);
    };
  }

  private static String number(int c) {
    if (c <= 0xFF) {
      return "\\x%02X".formatted(c);
    }
    return c <= 0xFFFF ? "\\u%04X".formatted(c) : "\\U%08X".formatted(c);
  }
}
