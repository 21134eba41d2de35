package io.tocsin.controller.health.lua;

/** Lua's classes of bytes ({@code %a}, {@code %s} …) in the C locale. */
final class CharacterClass {
  private CharacterClass() {}

  /** Whether the byte is of the class; an upper-case letter means all others. */
  static boolean contains(int letter, int value) {
    boolean found =
        switch (Character.toLowerCase(letter)) {
          case 'a' -> isLetter(value);
          case 'c' -> value < 32 || value == 127;
          case 'd' -> isDigit(value);
          case 'g' -> value > 32 && value < 127;
          case 'l' -> value >= 'a' && value <= 'z';
          case 'p' -> value > 32 && value < 127 && !isLetter(value) && !isDigit(value);
          case 's' -> value == ' ' || (value >= 9 && value <= 13);
          case 'u' -> value >= 'A' && value <= 'Z';
          case 'w' -> isLetter(value) || isDigit(value);
          case 'x' -> Character.digit(value, 16) >= 0 && value < 128;
          default -> letter == value;
        };
    boolean negated = Character.isUpperCase(letter) && isClass(letter);
    return negated != found;
  }

  private static boolean isClass(int letter) {
    return "acdglpsuwx".indexOf(Character.toLowerCase(letter)) >= 0;
  }

  private static boolean isLetter(int value) {
    return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z');
  }

  private static boolean isDigit(int value) {
    return value >= '0' && value <= '9';
  }
}
