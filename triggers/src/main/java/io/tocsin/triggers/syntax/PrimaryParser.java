package io.tocsin.triggers.syntax;

import io.tocsin.triggers.syntax.Token.Kind;
import java.util.List;

/** Reads an operand with its unary operators. */
final class PrimaryParser {
  private final Parser parser;
  private final TokenStream tokens;
  private final CallParser calls;
  private final PostfixParser postfix;
  private final LiteralParser literals;

  PrimaryParser(Parser parser, TokenStream tokens) {
    this.parser = parser;
    this.tokens = tokens;
    this.calls = new CallParser(parser, tokens);
    this.postfix = new PostfixParser(parser, tokens, calls);
    this.literals = new LiteralParser(parser, tokens);
  }

  CallParser calls() {
    return calls;
  }

  Node parse() {
    Token token = tokens.current();
    int start = token.from();
    if (token.kind() == Kind.OPERATOR) {
      return operator(token, start);
    }
    if (tokens.acceptBracket("(")) {
      Node node = parser.sequence();
      tokens.expectBracket(")");
      return postfix.parse(start, node);
    }
    return operand(token, start);
  }

  private Node operator(Token token, int start) {
    Integer binds = Operators.UNARY.get(token.text());
    if (binds != null) {
      tokens.take();
      Node operand = parser.expression(binds);
      return postfix.parse(start, new Node.Unary(tokens.node(start, token), token.text(), operand));
    }
    if (tokens.inPredicate() && (token.isOperator("#") || token.isOperator("."))) {
      return postfix.parse(start, pointer(token));
    }
    if (tokens.acceptOperator("::")) {
      Token name = tokens.expect(Kind.IDENTIFIER);
      return postfix.parse(start, calls.named(start, name, List.of()));
    }
    throw tokens.unexpected();
  }

  private Node pointer(Token token) {
    String name = "";
    if (tokens.acceptOperator("#") && tokens.current().kind() == Kind.IDENTIFIER) {
      name = tokens.take().text();
    }
    Span span = tokens.node(token.from(), token);
    return new Node.Pointer(token.isOperator(".") ? empty(span) : span, name);
  }

  /** The element that {@code .member} leaves out takes no room. */
  private static Span empty(Span span) {
    return new Span(span.at(), span.at(), span.at());
  }

  private Node operand(Token token, int start) {
    return switch (token.kind()) {
      case NUMBER -> literals.number(tokens.take());
      case IDENTIFIER -> named(tokens.take(), start);
      default -> postfix.parse(start, literals.parse(token));
    };
  }

  private Node named(Token name, int start) {
    return switch (name.text()) {
      case "true" -> new Node.Bool(tokens.node(start, name), true);
      case "false" -> new Node.Bool(tokens.node(start, name), false);
      case "nil" -> new Node.Nil(tokens.node(start, name));
      default ->
          postfix.parse(
              start,
              tokens.current().isBracket("(")
                  ? calls.named(start, name, List.of())
                  : new Node.Identifier(tokens.node(start, name), name.text()));
    };
  }
}
