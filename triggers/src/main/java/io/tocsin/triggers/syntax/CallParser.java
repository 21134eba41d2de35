package io.tocsin.triggers.syntax;

import io.tocsin.triggers.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads the arguments of calls. */
final class CallParser {
  private final Parser parser;
  private final TokenStream tokens;

  CallParser(Parser parser, TokenStream tokens) {
    this.parser = parser;
    this.tokens = tokens;
  }

  /**
   * A call of a builtin or a variable, whose name was taken.
   *
   * @param piped the argument that a pipe puts first, if any
   */
  Node named(int start, Token name, List<Node> piped) {
    int[] arity = Builtins.WITH_PREDICATE.get(name.text());
    if (arity != null) {
      List<Node> arguments = withPredicate(name, arity, piped);
      return new Node.Builtin(tokens.node(start, name), name.text(), arguments);
    }
    if (Builtins.contains(name.text())) {
      List<Node> arguments = arguments(piped);
      return new Node.Builtin(tokens.node(start, name), name.text(), arguments);
    }
    Node callee = new Node.Identifier(new Span(name.from(), name.to(), name.from()), name.text());
    List<Node> arguments = arguments(piped);
    return new Node.Call(tokens.node(start, name), callee, arguments);
  }

  private List<Node> withPredicate(Token name, int[] arity, List<Node> piped) {
    tokens.expectBracket("(");
    List<Node> arguments = new ArrayList<>(piped);
    for (int i = piped.size(); i < arity[1]; i++) {
      if (tokens.current().isBracket(")")) {
        if (i >= arity[0]) {
          break;
        }
        throw new SyntaxException(
            "%s needs at least %d arguments".formatted(name.text(), arity[0]), name.from());
      }
      if (i > piped.size()) {
        tokens.expectOperator(",");
      }
      arguments.add(i == 1 ? predicate() : parser.expression(0));
    }
    tokens.acceptOperator(",");
    tokens.expectBracket(")");
    return arguments;
  }

  private Node predicate() {
    Token start = tokens.current();
    boolean braces = tokens.acceptBracket("{");
    tokens.enterPredicate();
    Node body = braces ? parser.sequence() : parser.expression(0);
    tokens.leavePredicate();
    if (braces) {
      tokens.expectBracket("}");
    } else if (tokens.current().isOperator(";")) {
      throw new SyntaxException(
          "a predicate with ; needs { and } around it", tokens.current().from());
    }
    return new Node.Predicate(tokens.node(start.from(), start), body);
  }

  List<Node> arguments(List<Node> piped) {
    List<Node> arguments = new ArrayList<>(piped);
    tokens.expectBracket("(");
    while (!tokens.acceptBracket(")")) {
      if (tokens.current().kind() == Kind.END) {
        throw tokens.unexpected();
      }
      if (arguments.size() > piped.size()) {
        tokens.expectOperator(",");
        if (tokens.acceptBracket(")")) {
          break;
        }
      }
      arguments.add(parser.expression(0));
    }
    return arguments;
  }
}
