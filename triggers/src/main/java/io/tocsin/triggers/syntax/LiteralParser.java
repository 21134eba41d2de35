package io.tocsin.triggers.syntax;

import io.tocsin.triggers.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads numbers, strings, lists and maps. */
final class LiteralParser {
  private final Parser parser;
  private final TokenStream tokens;

  LiteralParser(Parser parser, TokenStream tokens) {
    this.parser = parser;
    this.tokens = tokens;
  }

  Node parse(Token token) {
    return switch (token.kind()) {
      case STRING -> {
        tokens.take();
        yield new Node.Text(tokens.node(token.from(), token), token.text());
      }
      case BYTES -> {
        tokens.take();
        yield new Node.Bytes(tokens.node(token.from(), token), token.text());
      }
      case BRACKET -> bracket(token);
      default -> throw tokens.unexpected();
    };
  }

  private Node bracket(Token token) {
    if (tokens.acceptBracket("[")) {
      return list(token);
    }
    if (tokens.acceptBracket("{")) {
      return map(token);
    }
    throw tokens.unexpected();
  }

  private Node list(Token open) {
    List<Node> nodes = new ArrayList<>();
    while (!tokens.acceptBracket("]")) {
      if (!nodes.isEmpty()) {
        tokens.expectOperator(",");
        if (tokens.acceptBracket("]")) {
          break;
        }
      }
      nodes.add(parser.expression(0));
    }
    return new Node.ListLiteral(tokens.node(open.from(), open), nodes);
  }

  private Node map(Token open) {
    List<Node.Pair> pairs = new ArrayList<>();
    while (!tokens.acceptBracket("}")) {
      if (!pairs.isEmpty()) {
        tokens.expectOperator(",");
        if (tokens.acceptBracket("}")) {
          break;
        }
      }
      int start = tokens.current().from();
      Node key = key();
      tokens.expectOperator(":");
      Node value = parser.expression(0);
      pairs.add(new Node.Pair(tokens.node(start, open), key, value));
    }
    return new Node.MapLiteral(tokens.node(open.from(), open), pairs);
  }

  private Node key() {
    Token token = tokens.current();
    return switch (token.kind()) {
      case NUMBER, STRING, IDENTIFIER -> {
        tokens.take();
        yield new Node.Text(tokens.node(token.from(), token), token.text());
      }
      default -> {
        if (!token.isBracket("(")) {
          throw new SyntaxException(
              "a map key must be a name, a string, a number or an expression in parentheses, not "
                  + token.describe(),
              token.from());
        }
        yield parser.expression(0);
      }
    };
  }

  Node number(Token token) {
    String digits = token.text().replace("_", "");
    Span span = tokens.node(token.from(), token);
    try {
      return number(span, digits, digits.toLowerCase(Locale.ROOT));
    } catch (NumberFormatException e) {
      throw new SyntaxException("invalid number " + token.text(), token.from());
    }
  }

  private static Node number(Span span, String digits, String lower) {
    if (lower.startsWith("0x")) {
      return new Node.Int(span, Long.parseLong(digits.substring(2), 16));
    }
    if (lower.contains(".") || lower.contains("e")) {
      double value = Double.parseDouble(digits);
      if (Double.isInfinite(value)) {
        throw new NumberFormatException(digits);
      }
      return new Node.Decimal(span, value);
    }
    if (lower.startsWith("0b")) {
      return new Node.Int(span, Long.parseLong(digits.substring(2), 2));
    }
    if (lower.startsWith("0o")) {
      return new Node.Int(span, Long.parseLong(digits.substring(2), 8));
    }
    return new Node.Int(span, Long.parseLong(digits));
  }

  static boolean isProperty(Token token) {
    return token.kind() == Kind.IDENTIFIER
        || (token.kind() == Kind.OPERATOR && Characters.isName(token.text()));
  }
}
