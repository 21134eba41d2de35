package io.tocsin.templates.parse;

import java.util.ArrayDeque;
import java.util.Deque;

/** The tokens of a text, with as many taken back as is asked for; and what is wrong with them. */
final class Tokens {
  private static final int NONE = -1;

  private final Source source;
  private final Lexer lexer;
  private final Deque<Token> pending = new ArrayDeque<>();
  private int latest;
  private int actionStart = NONE;

  Tokens(Source source, Lexer lexer) {
    this.source = source;
    this.lexer = lexer;
  }

  Token next() {
    if (!pending.isEmpty()) {
      return pending.pop();
    }
    Token token = lexer.next();
    latest = token.position();
    return token;
  }

  /** Takes a token back, to be the next one. */
  void back(Token token) {
    pending.push(token);
  }

  Token peek() {
    Token token = next();
    back(token);
    return token;
  }

  Token nextNonSpace() {
    Token token = next();
    while (token.is(TokenType.SPACE)) {
      token = next();
    }
    return token;
  }

  Token peekNonSpace() {
    Token token = nextNonSpace();
    back(token);
    return token;
  }

  Token expect(TokenType type, String context) {
    Token token = nextNonSpace();
    if (!token.is(type)) {
      throw unexpected(token, context);
    }
    return token;
  }

  /** Remembers where an action begins, for messages about what does not end. */
  void startAction(Token delimiter) {
    actionStart = delimiter.position();
  }

  void endAction() {
    actionStart = NONE;
  }

  SyntaxException error(String message) {
    return new SyntaxException(
        "template: " + source.location(latest) + ": " + message, latest, message);
  }

  SyntaxException unexpected(Token token, String context) {
    if (!token.is(TokenType.ERROR)) {
      return error("unexpected " + token + " in " + context);
    }
    boolean spansLines =
        actionStart != NONE && source.line(actionStart) != source.line(token.position());
    String start = source.name() + ":" + (spansLines ? source.line(actionStart) : 0);
    String action = token.text().endsWith(" action") ? "" : " in action";
    return error(token + (spansLines ? action + " started at " + start : ""));
  }
}
