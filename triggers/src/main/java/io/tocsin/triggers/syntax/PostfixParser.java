package io.tocsin.triggers.syntax;

import java.util.List;
import java.util.Optional;

/** Reads what follows an operand: members, indices, slices, method calls. */
final class PostfixParser {
  private final Parser parser;
  private final TokenStream tokens;
  private final CallParser calls;

  PostfixParser(Parser parser, TokenStream tokens, CallParser calls) {
    this.parser = parser;
    this.tokens = tokens;
    this.calls = calls;
  }

  Node parse(int start, Node operand) {
    Node node = operand;
    while (true) {
      Token token = tokens.current();
      if (token.isBracket("[")) {
        node = bracket(start, node, false);
      } else if (token.isOperator(".")) {
        tokens.take();
        node = member(start, node, false);
      } else if (token.isOperator("?.")) {
        tokens.take();
        node =
            tokens.current().isBracket("[")
                ? bracket(start, node, true)
                : member(start, node, true);
      } else {
        return node;
      }
    }
  }

  private Node member(int start, Node operand, boolean optional) {
    Token name = tokens.take();
    if (!LiteralParser.isProperty(name)) {
      throw new SyntaxException("expected a name, not " + name.describe(), name.from());
    }
    Node property = new Node.Text(tokens.node(name.from(), name), name.text());
    boolean chained = operand instanceof Node.Chain;
    Node target = operand instanceof Node.Chain chain ? chain.node() : operand;
    boolean method = tokens.current().isBracket("(");
    Node node = new Node.Member(tokens.node(start, name), target, property, optional, method);
    if (method) {
      List<Node> arguments = calls.arguments(List.of());
      node = new Node.Call(tokens.node(start, name), node, arguments);
    }
    return chained || optional ? new Node.Chain(tokens.node(start, name), node) : node;
  }

  private Node bracket(int start, Node target, boolean optional) {
    Token open = tokens.take();
    if (tokens.acceptOperator(":")) {
      return slice(start, open, target, Optional.empty());
    }
    Node from = parser.expression(0);
    if (tokens.acceptOperator(":")) {
      return slice(start, open, target, Optional.of(from));
    }
    tokens.expectBracket("]");
    Node node = new Node.Member(tokens.node(start, open), target, from, optional, false);
    return optional ? new Node.Chain(tokens.node(start, open), node) : node;
  }

  private Node slice(int start, Token open, Node target, Optional<Node> from) {
    Optional<Node> to = Optional.empty();
    if (!tokens.current().isBracket("]")) {
      to = Optional.of(parser.expression(0));
    }
    tokens.expectBracket("]");
    return new Node.Slice(tokens.node(start, open), target, from, to);
  }
}
