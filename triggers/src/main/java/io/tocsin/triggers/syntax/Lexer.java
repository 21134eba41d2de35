package io.tocsin.triggers.syntax;

import io.tocsin.triggers.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Splits an expression into words, as Expr does. For one use by one thread. */
final class Lexer {
  private static final Set<String> WORD_OPERATORS =
      Set.of(
          "not",
          "in",
          "or",
          "and",
          "matches",
          "contains",
          "startsWith",
          "endsWith",
          "let",
          "if",
          "else");

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int start;
  private int end;

  private Lexer(String source) {
    this.source = source;
  }

  /** The words, the last of which is of kind {@link Kind#END}. */
  static List<Token> tokens(String source) {
    Lexer lexer = new Lexer(source);
    while (lexer.end < source.length()) {
      lexer.start = lexer.end;
      lexer.token();
    }
    lexer.tokens.add(new Token(Kind.END, "", source.length(), source.length()));
    return lexer.tokens;
  }

  private void token() {
    int c = next();
    switch (c) {
      case '\'', '"' -> emit(Kind.STRING, StringLiteral.of(quoted(c), start));
      case '`' -> emit(Kind.STRING, raw());
      case '/' -> slash();
      case '#' -> pointer();
      case '?' -> operator(".?");
      case '|' -> operator("|");
      case ':' -> operator(":");
      case '&', '!', '=', '*', '<', '>' -> operator("&=*");
      case ',', ';', '%', '+', '-', '^' -> operator("");
      case '(', '[', '{', ')', ']', '}' -> emit(Kind.BRACKET);
      case '.' -> dot();
      default -> word(c);
    }
  }

  private void word(int c) {
    if ((c == 'b' || c == 'B') && (peek() == '\'' || peek() == '"')) {
      start++;
      String literal = quoted(next());
      start--;
      emit(Kind.BYTES, BytesLiteral.of(literal, start));
    } else if (c >= '0' && c <= '9') {
      end = start;
      number();
    } else if (Characters.isLetter(c) || Character.isDigit(c)) {
      name();
      emit(WORD_OPERATORS.contains(text()) ? Kind.OPERATOR : Kind.IDENTIFIER);
    } else if (!Characters.isSpace(c)) {
      throw new SyntaxException("unrecognized character " + Character.toString(c), start);
    }
  }

  private void number() {
    NumberScanner scanner = new NumberScanner(source, end);
    end = scanner.end();
    emit(Kind.NUMBER);
  }

  private void dot() {
    if (peek() >= '0' && peek() <= '9') {
      number();
    } else {
      operator(".");
    }
  }

  private void operator(String seconds) {
    accept(seconds);
    emit(Kind.OPERATOR);
  }

  private void pointer() {
    operator("#");
    start = end;
    name();
    if (end > start) {
      emit(Kind.IDENTIFIER);
    }
  }

  private void slash() {
    if (accept("/")) {
      int line = source.indexOf('\n', end);
      end = line < 0 ? source.length() : line + 1;
    } else if (accept("*")) {
      int close = source.indexOf("*/", end);
      if (close < 0) {
        throw new SyntaxException("the comment is not closed", start);
      }
      end = close + 2;
    } else {
      emit(Kind.OPERATOR);
    }
  }

  private void name() {
    while (end < source.length() && Characters.isLetterOrDigit(source.codePointAt(end))) {
      next();
    }
  }

  private String quoted(int quote) {
    while (end < source.length()) {
      int c = next();
      if (c == quote) {
        return text();
      }
      if (c == '\n') {
        break;
      }
      if (c == '\\' && end < source.length()) {
        next();
      }
    }
    throw new SyntaxException("the string is not closed", start);
  }

  private String raw() {
    StringBuilder text = new StringBuilder();
    while (end < source.length()) {
      int c = next();
      if (c != '`') {
        text.appendCodePoint(c);
      } else if (accept("`")) {
        text.append('`');
      } else {
        return text.toString();
      }
    }
    throw new SyntaxException("the string is not closed", start);
  }

  private int next() {
    int c = source.codePointAt(end);
    end += Character.charCount(c);
    return c;
  }

  private int peek() {
    return end < source.length() ? source.charAt(end) : -1;
  }

  private boolean accept(String characters) {
    boolean accepted = end < source.length() && characters.indexOf(source.charAt(end)) >= 0;
    end += accepted ? 1 : 0;
    return accepted;
  }

  private String text() {
    return source.substring(start, end);
  }

  private void emit(Kind kind) {
    emit(kind, text());
  }

  private void emit(Kind kind, String text) {
    tokens.add(new Token(kind, text, start, end));
  }
}
