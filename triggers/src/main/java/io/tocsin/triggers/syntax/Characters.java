package io.tocsin.triggers.syntax;

/** Which characters make a name. */
final class Characters {
  private Characters() {}

  static boolean isLetter(int character) {
    return character == '_' || character == '$' || Character.isLetter(character);
  }

  static boolean isLetterOrDigit(int character) {
    return isLetter(character) || Character.isDigit(character);
  }

  /** What Go's unicode.IsSpace says. */
  static boolean isSpace(int character) {
    return switch (character) {
      case '\t',
          '\n',
          0x0b,
          '\f',
          '\r',
          ' ',
          0x85,
          0xa0,
          0x1680,
          0x2028,
          0x2029,
          0x202f,
          0x205f,
          0x3000 ->
          true;
      default -> character >= 0x2000 && character <= 0x200a;
    };
  }

  static boolean isName(String text) {
    return !text.isEmpty()
        && isLetter(text.codePointAt(0))
        && text.codePoints().allMatch(Characters::isLetterOrDigit);
  }
}
