package io.tocsin.templates.parse;

import static io.tocsin.templates.parse.Characters.EOF;
import static io.tocsin.templates.parse.Characters.isSpace;

/** Cuts a template's text into tokens, one at a time. For one thread. */
final class Lexer {
  private static final String LEFT = "{{";
  private static final String RIGHT = "}}";
  private static final String TRIMMED_RIGHT = "-}}";
  private static final String COMMENT_START = "/*";
  private static final String COMMENT_END = "*/";

  private final String input;
  private final boolean hasBreak;
  private final boolean hasContinue;
  private int at;
  private boolean inAction;
  private boolean failed;
  private int parentheses;

  /**
   * @param hasBreak whether {@code break} is a keyword; not so when it names a function
   */
  Lexer(String input, boolean hasBreak, boolean hasContinue) {
    this.input = input;
    this.hasBreak = hasBreak;
    this.hasContinue = hasContinue;
  }

  /** The next token; the last one is an error or the end, again and again. */
  Token next() {
    if (failed) {
      return new Token(TokenType.EOF, at, "");
    }
    return inAction ? action() : text();
  }

  private Token text() {
    while (true) {
      int start = at;
      int delimiter = input.indexOf(LEFT, start);
      if (delimiter < 0) {
        at = input.length();
        return token(at > start ? TokenType.TEXT : TokenType.EOF, start);
      }
      int end = trimsLeft(delimiter + LEFT.length()) ? spacesBefore(start, delimiter) : delimiter;
      at = delimiter;
      if (end > start) {
        return new Token(TokenType.TEXT, start, input.substring(start, end));
      }
      int open = delimiter + LEFT.length();
      int body = trimsLeft(open) ? open + 2 : open;
      if (!input.startsWith(COMMENT_START, body)) {
        inAction = true;
        parentheses = 0;
        at = body;
        return new Token(TokenType.LEFT_DELIMITER, delimiter, LEFT);
      }
      Token error = comment(body);
      if (error != null) {
        return error;
      }
    }
  }

  private boolean trimsLeft(int index) {
    return index + 1 < input.length()
        && input.charAt(index) == '-'
        && isSpace(input.charAt(index + 1));
  }

  private boolean trimsRight(int index) {
    return index < input.length()
        && isSpace(input.charAt(index))
        && input.startsWith(TRIMMED_RIGHT, index + 1);
  }

  private int spacesBefore(int start, int end) {
    int first = end;
    while (first > start && isSpace(input.charAt(first - 1))) {
      first--;
    }
    return first;
  }

  private int skipSpaces(int start) {
    int index = start;
    while (index < input.length() && isSpace(input.charAt(index))) {
      index++;
    }
    return index;
  }

  /** Skips a comment; the error when there is one. */
  private Token comment(int start) {
    int end = input.indexOf(COMMENT_END, start + COMMENT_START.length());
    if (end < 0) {
      return error(start, "unclosed comment");
    }
    int after = end + COMMENT_END.length();
    if (trimsRight(after)) {
      at = skipSpaces(after + 1 + TRIMMED_RIGHT.length());
    } else if (input.startsWith(RIGHT, after)) {
      at = after + RIGHT.length();
    } else {
      return error(start, "comment ends before closing delimiter");
    }
    return null;
  }

  private Token action() {
    if (trimsRight(at) || input.startsWith(RIGHT, at)) {
      return parentheses == 0 ? rightDelimiter() : error(at, "unclosed left paren");
    }
    int start = at;
    int rune = advance();
    return switch (rune) {
      case EOF -> error(start, "unclosed action");
      case ' ', '\t', '\r', '\n' -> space(start);
      case '=' -> token(TokenType.ASSIGN, start);
      case ':' -> advance() == '=' ? token(TokenType.DECLARE, start) : error(start, "expected :=");
      case '|' -> token(TokenType.PIPE, start);
      case '"' -> quoted(start, '"', TokenType.STRING, "unterminated quoted string");
      case '\'' ->
          quoted(start, '\'', TokenType.CHARACTER_CONSTANT, "unterminated character constant");
      case '`' -> rawString(start);
      case '$' -> word(start, TokenType.VARIABLE, TokenType.VARIABLE);
      case '(' -> {
        parentheses++;
        yield token(TokenType.LEFT_PAREN, start);
      }
      case ')' ->
          --parentheses < 0
              ? error(start, "unexpected right paren")
              : token(TokenType.RIGHT_PAREN, start);
      default -> other(start, rune);
    };
  }

  private Token other(int start, int rune) {
    boolean isPoint = rune == '.';
    if (isPoint && !Characters.isDecimal(peek())) {
      return word(start, TokenType.FIELD, TokenType.DOT);
    }
    if (isPoint || rune == '+' || rune == '-' || Characters.isDecimal(rune)) {
      return number(start);
    }
    if (Characters.isAlphanumeric(rune)) {
      return identifier(start);
    }
    if (rune < 0x7F && rune >= ' ') {
      return token(TokenType.CHARACTER, start);
    }
    return error(start, "unrecognized character in action: " + Characters.describe(rune));
  }

  private Token rightDelimiter() {
    int start = at;
    inAction = false;
    if (trimsRight(at)) {
      int delimiter = at + 2;
      at = skipSpaces(delimiter + RIGHT.length());
      return new Token(TokenType.RIGHT_DELIMITER, delimiter, RIGHT);
    }
    at += RIGHT.length();
    return token(TokenType.RIGHT_DELIMITER, start);
  }

  private Token space(int start) {
    at = skipSpaces(start);
    if (input.startsWith(TRIMMED_RIGHT, at)) {
      at--;
      if (at == start) {
        return rightDelimiter();
      }
    }
    return token(TokenType.SPACE, start);
  }

  private Token identifier(int start) {
    skipAlphanumerics();
    if (!isTerminated()) {
      return error(start, "bad character " + Characters.describe(peek()));
    }
    String word = input.substring(start, at);
    return new Token(keyword(word), start, word);
  }

  private TokenType keyword(String word) {
    return switch (word) {
      case "block" -> TokenType.BLOCK;
      case "break" -> hasBreak ? TokenType.BREAK : TokenType.IDENTIFIER;
      case "continue" -> hasContinue ? TokenType.CONTINUE : TokenType.IDENTIFIER;
      case "define" -> TokenType.DEFINE;
      case "else" -> TokenType.ELSE;
      case "end" -> TokenType.END;
      case "if" -> TokenType.IF;
      case "range" -> TokenType.RANGE;
      case "nil" -> TokenType.NIL;
      case "template" -> TokenType.TEMPLATE;
      case "with" -> TokenType.WITH;
      case "true", "false" -> TokenType.BOOL;
      default -> TokenType.IDENTIFIER;
    };
  }

  /** A field or variable, the first character of which was read. */
  private Token word(int start, TokenType type, TokenType alone) {
    if (isTerminated()) {
      return token(alone, start);
    }
    skipAlphanumerics();
    return isTerminated()
        ? token(type, start)
        : error(start, "bad character " + Characters.describe(peek()));
  }

  private void skipAlphanumerics() {
    while (Characters.isAlphanumeric(peek())) {
      advance();
    }
  }

  private boolean isTerminated() {
    int rune = peek();
    return switch (rune) {
      case EOF, '.', ',', '|', ':', ')', '(', ' ', '\t', '\r', '\n' -> true;
      default -> input.startsWith(RIGHT, at);
    };
  }

  private Token quoted(int start, char quote, TokenType type, String problem) {
    while (true) {
      int rune = advance();
      if (rune == '\\') {
        rune = advance() == '\n' ? '\n' : rune;
      }
      if (rune == EOF || rune == '\n') {
        return error(start, problem);
      }
      if (rune == quote) {
        return token(type, start);
      }
    }
  }

  private Token rawString(int start) {
    int end = input.indexOf('`', at);
    if (end < 0) {
      return error(start, "unterminated raw quoted string");
    }
    at = end + 1;
    return token(TokenType.RAW_STRING, start);
  }

  private Token number(int start) {
    NumberScanner scanner = new NumberScanner(input);
    int end = scanner.end(start);
    if (end > 0 && end < input.length() && "+-".indexOf(input.charAt(end)) >= 0) {
      int imaginary = scanner.end(end);
      boolean isComplex = imaginary > 0 && input.charAt(imaginary - 1) == 'i';
      at = isComplex ? imaginary : end;
      return isComplex ? token(TokenType.COMPLEX, start) : badNumber(start);
    }
    at = Math.max(end, start);
    return end > 0 ? token(TokenType.NUMBER, start) : badNumber(start);
  }

  private Token badNumber(int start) {
    int end = start + 1;
    while (end < input.length() && Characters.isAlphanumeric(input.codePointAt(end))) {
      end++;
    }
    return error(start, "bad number syntax: " + Literals.quote(input.substring(start, end)));
  }

  private int peek() {
    return at < input.length() ? input.codePointAt(at) : EOF;
  }

  private int advance() {
    int rune = peek();
    at += rune == EOF ? 0 : Character.charCount(rune);
    return rune;
  }

  private Token token(TokenType type, int start) {
    return new Token(type, start, input.substring(start, at));
  }

  private Token error(int start, String message) {
    failed = true;
    return new Token(TokenType.ERROR, start, message);
  }
}
