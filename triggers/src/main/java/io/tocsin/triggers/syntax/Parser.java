package io.tocsin.triggers.syntax;

import io.tocsin.triggers.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads an expression, as Expr 1.17.8 does. For one use by one thread. */
public final class Parser {
  private final TokenStream tokens;
  private final PrimaryParser primary;

  private Parser(String source) {
    this.tokens = new TokenStream(source);
    this.primary = new PrimaryParser(this, tokens);
  }

  /**
   * @throws SyntaxException when the text is no expression, or a limit is reached
   */
  public static Node parse(String source) {
    Parser parser = new Parser(source);
    Node node = parser.sequence();
    if (parser.tokens.current().kind() != Kind.END) {
      throw parser.tokens.unexpected();
    }
    TreeDepth.check(node);
    return node;
  }

  Node sequence() {
    Token start = tokens.current();
    List<Node> nodes = new ArrayList<>();
    nodes.add(expression(0));
    while (tokens.acceptOperator(";") && tokens.current().kind() != Kind.END) {
      nodes.add(expression(0));
    }
    return nodes.size() == 1
        ? nodes.getFirst()
        : new Node.Sequence(tokens.node(start.from(), start), nodes);
  }

  Node expression(int precedence) {
    tokens.enter();
    try {
      return unguarded(precedence);
    } finally {
      tokens.leave();
    }
  }

  private Node unguarded(int precedence) {
    int start = tokens.current().from();
    if (precedence == 0 && tokens.acceptOperator("let")) {
      return let(start);
    }
    if (precedence == 0 && tokens.current().isOperator("if")) {
      return conditionalIf();
    }
    Node left = binary(start, precedence, primary.parse());
    return precedence == 0 ? conditional(start, left) : left;
  }

  private Node binary(int start, int precedence, Node first) {
    Node left = first;
    String previous = "";
    while (tokens.current().kind() == Kind.OPERATOR) {
      boolean negated = tokens.acceptOperator("not");
      Token operator = tokens.current();
      if (negated && !Operators.NEGATED.contains(operator.text())) {
        throw tokens.unexpected();
      }
      if (Operators.BINARY.getOrDefault(operator.text(), -1) < precedence) {
        if (negated) {
          tokens.back();
        }
        break;
      }
      tokens.take();
      if (previous.equals("??") && !operator.text().equals("??") && !operator.text().equals("|")) {
        throw new SyntaxException(
            "?? and %s need parentheses around one of them".formatted(operator.text()),
            operator.from());
      }
      left = operation(start, left, operator);
      if (negated) {
        left = new Node.Unary(tokens.node(start, operator), "not", left);
      }
      previous = operator.text();
    }
    return left;
  }

  private Node operation(int start, Node left, Token operator) {
    String name = operator.text();
    if (name.equals("|")) {
      Token function = tokens.expect(Kind.IDENTIFIER);
      return primary.calls().named(start, function, List.of(left));
    }
    if (Operators.COMPARISONS.contains(name)) {
      return comparison(start, left, operator);
    }
    int binds = Operators.BINARY.get(name);
    Node right = expression(Operators.RIGHT_TO_LEFT.contains(name) ? binds : binds + 1);
    return new Node.Binary(tokens.node(start, operator), name, left, right);
  }

  /** {@code a < b < c} is {@code a < b && b < c}. */
  private Node comparison(int start, Node first, Token firstOperator) {
    Node left = first;
    Token operator = firstOperator;
    int begin = start;
    Node all = null;
    while (true) {
      int rightStart = tokens.current().from();
      Node right = expression(Operators.BINARY.get(operator.text()) + 1);
      Node one = new Node.Binary(tokens.node(begin, operator), operator.text(), left, right);
      all = all == null ? one : new Node.Binary(tokens.node(start, operator), "&&", all, one);
      if (tokens.current().kind() != Kind.OPERATOR
          || !Operators.COMPARISONS.contains(tokens.current().text())) {
        return all;
      }
      left = right;
      begin = rightStart;
      operator = tokens.take();
    }
  }

  private Node let(int start) {
    Token name = tokens.expect(Kind.IDENTIFIER);
    tokens.expectOperator("=");
    Node value = expression(0);
    tokens.expectOperator(";");
    Node body = sequence();
    return new Node.Let(tokens.node(start, name), name.text(), value, body);
  }

  private Node conditionalIf() {
    Token start = tokens.take();
    tokens.enter();
    Node condition = expression(0);
    Node yes = block();
    tokens.expectOperator("else");
    Node no = tokens.current().isOperator("if") ? conditionalIf() : block();
    tokens.leave();
    return new Node.Conditional(tokens.node(start.from(), start), condition, yes, no);
  }

  private Node block() {
    tokens.expectBracket("{");
    Node node = sequence();
    tokens.expectBracket("}");
    return node;
  }

  private Node conditional(int start, Node first) {
    Node node = first;
    while (tokens.current().isOperator("?")) {
      Token question = tokens.take();
      Node yes = node;
      if (!tokens.current().isOperator(":")) {
        yes = expression(0);
      }
      tokens.expectOperator(":");
      Node no = expression(0);
      node = new Node.Conditional(tokens.node(start, question), node, yes, no);
    }
    return node;
  }
}
