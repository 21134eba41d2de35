package io.tocsin.triggers.syntax;

import io.tocsin.triggers.syntax.Token.Kind;
import java.util.List;

/** The words of an expression with a position, and the limits of a tree. */
final class TokenStream {
  /** As Expr has it. */
  static final int MAX_NODES = 10_000;

  /** Brackets and operators inside one another. */
  static final int MAX_NESTING = 900;

  private final List<Token> tokens;
  private int position;
  private int nodes;
  private int nesting;
  private int predicates;

  TokenStream(String source) {
    this.tokens = Lexer.tokens(source);
  }

  Token current() {
    return tokens.get(position);
  }

  Token take() {
    Token token = current();
    if (token.kind() != Kind.END) {
      position++;
    }
    return token;
  }

  void back() {
    position--;
  }

  Token expect(Kind kind) {
    if (current().kind() != kind) {
      throw unexpected();
    }
    return take();
  }

  void expectOperator(String operator) {
    if (!acceptOperator(operator)) {
      throw unexpected();
    }
  }

  void expectBracket(String bracket) {
    if (!acceptBracket(bracket)) {
      throw unexpected();
    }
  }

  boolean acceptOperator(String operator) {
    boolean accepted = current().isOperator(operator);
    position += accepted ? 1 : 0;
    return accepted;
  }

  boolean acceptBracket(String bracket) {
    boolean accepted = current().isBracket(bracket);
    position += accepted ? 1 : 0;
    return accepted;
  }

  SyntaxException unexpected() {
    return new SyntaxException("unexpected " + current().describe(), current().from());
  }

  /** A span from there to the word that was taken last, and one node more. */
  Span node(int from, Token at) {
    if (++nodes > MAX_NODES) {
      throw new SyntaxException("the expression has more than " + MAX_NODES + " nodes", at.from());
    }
    int to = position == 0 ? from : tokens.get(position - 1).to();
    return new Span(from, Math.max(from, to), at.from());
  }

  void enter() {
    if (++nesting > MAX_NESTING) {
      throw new SyntaxException(
          "the expression is nested more than " + MAX_NESTING + " deep", current().from());
    }
  }

  void leave() {
    nesting--;
  }

  void enterPredicate() {
    predicates++;
  }

  void leavePredicate() {
    predicates--;
  }

  boolean inPredicate() {
    return predicates > 0;
  }
}
