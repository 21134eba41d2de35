package io.tocsin.templates.parse;

import io.tocsin.templates.parse.Operand.Command;
import io.tocsin.templates.parse.Operand.Pipe;
import io.tocsin.templates.parse.Operand.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Builds pipelines and knows the variables that are declared where it stands. */
final class PipeParser {
  private static final int MAX_DEPTH = 500;

  private final Tokens tokens;
  private final Predicate<String> functions;
  private final List<String> variables = new ArrayList<>(List.of("$"));
  private int depth;

  PipeParser(Tokens tokens, Predicate<String> functions) {
    this.tokens = tokens;
    this.functions = functions;
  }

  /** How many variables there are now, to {@link #release} those that come. */
  int mark() {
    return variables.size();
  }

  void release(int mark) {
    variables.subList(mark, variables.size()).clear();
  }

  Pipe pipe(String context, TokenType end) {
    int position = tokens.peekNonSpace().position();
    List<Variable> declared = new ArrayList<>();
    boolean assigns = declarations(context, declared);
    List<Command> commands = new ArrayList<>();
    while (true) {
      Token token = tokens.nextNonSpace();
      if (token.is(end)) {
        check(commands, context);
        return new Pipe(position, assigns, declared, commands);
      }
      if (!startsOperand(token)) {
        throw tokens.unexpected(token, context);
      }
      tokens.back(token);
      commands.add(command());
    }
  }

  /** Reads declarations or assignments, if any; whether they are assignments. */
  private boolean declarations(String context, List<Variable> declared) {
    while (tokens.peekNonSpace().is(TokenType.VARIABLE)) {
      Token variable = tokens.nextNonSpace();
      Token after = tokens.next();
      Token next = after.is(TokenType.SPACE) ? tokens.nextNonSpace() : after;
      boolean isComma = next.is(TokenType.CHARACTER) && next.text().equals(",");
      if (next.is(TokenType.ASSIGN) || next.is(TokenType.DECLARE) || isComma) {
        declared.add(new Variable(variable.position(), variable.text(), List.of()));
        variables.add(variable.text());
        if (!isComma) {
          return next.is(TokenType.ASSIGN);
        }
        checkComma(context, declared.size());
      } else {
        tokens.back(next);
        if (after.is(TokenType.SPACE)) {
          tokens.back(after);
        }
        tokens.back(variable);
        return false;
      }
    }
    return false;
  }

  private void checkComma(String context, int declared) {
    if (!context.equals("range") || declared > 1) {
      throw tokens.error("too many declarations in " + context);
    }
    switch (tokens.peekNonSpace().type()) {
      case VARIABLE, RIGHT_DELIMITER, RIGHT_PAREN -> {}
      default -> throw tokens.error("range can only initialize variables");
    }
  }

  private static boolean startsOperand(Token token) {
    return switch (token.type()) {
      case BOOL,
          CHARACTER_CONSTANT,
          COMPLEX,
          DOT,
          FIELD,
          IDENTIFIER,
          NUMBER,
          NIL,
          RAW_STRING,
          STRING,
          VARIABLE,
          LEFT_PAREN ->
          true;
      default -> false;
    };
  }

  private void check(List<Command> commands, String context) {
    if (commands.isEmpty()) {
      throw tokens.error("missing value for " + context);
    }
    for (int i = 1; i < commands.size(); i++) {
      switch (commands.get(i).operands().getFirst()) {
        case Operand.Bool _, Operand.Dot _, Operand.Nil _, Operand.Numeral _, Operand.Text _ ->
            throw tokens.error("non executable command in pipeline stage " + (i + 1));
        default -> {}
      }
    }
  }

  private Command command() {
    int position = tokens.peekNonSpace().position();
    List<Operand> operands = new ArrayList<>();
    while (true) {
      Token first = tokens.nextNonSpace();
      if (startsOperand(first)) {
        operands.add(operand(first));
      } else {
        tokens.back(first);
      }
      Token token = tokens.next();
      switch (token.type()) {
        case SPACE -> {
          continue;
        }
        case RIGHT_DELIMITER, RIGHT_PAREN -> tokens.back(token);
        case PIPE -> {}
        default -> throw tokens.unexpected(token, "operand");
      }
      if (operands.isEmpty()) {
        throw tokens.error("empty command");
      }
      return new Command(position, operands);
    }
  }

  private Operand operand(Token first) {
    Operand term = term(first);
    if (!tokens.peek().is(TokenType.FIELD)) {
      return term;
    }
    int position = tokens.peek().position();
    List<String> fields = new ArrayList<>();
    while (tokens.peek().is(TokenType.FIELD)) {
      fields.add(tokens.next().text().substring(1));
    }
    return switch (term) {
      case Operand.Field(_, List<String> names) -> {
        fields.addAll(0, names);
        yield new Operand.Field(position, fields);
      }
      case Variable variable -> new Variable(position, variable.name(), fields);
      case Operand.Bool _, Operand.Text _, Operand.Numeral _, Operand.Nil _, Operand.Dot _ ->
          throw tokens.error("unexpected . after term " + Literals.quote(term.toString()));
      default -> new Operand.Chain(position, term, fields);
    };
  }

  private Operand term(Token token) {
    int position = token.position();
    String text = token.text();
    return switch (token.type()) {
      case IDENTIFIER -> function(token);
      case DOT -> new Operand.Dot(position);
      case NIL -> new Operand.Nil(position);
      case VARIABLE -> variable(token);
      case FIELD -> new Operand.Field(position, List.of(text.substring(1)));
      case BOOL -> new Operand.Bool(position, text.equals("true"));
      case LEFT_PAREN -> parenthesized();
      case STRING, RAW_STRING -> new Operand.Text(position, text, string(token));
      default -> number(token);
    };
  }

  private Operand function(Token token) {
    if (!functions.test(token.text())) {
      throw tokens.error("function " + Literals.quote(token.text()) + " not defined");
    }
    return new Operand.Identifier(token.position(), token.text());
  }

  private Operand variable(Token token) {
    if (!variables.contains(token.text())) {
      throw tokens.error("undefined variable " + Literals.quote(token.text()));
    }
    return new Variable(token.position(), token.text(), List.of());
  }

  private Operand parenthesized() {
    if (++depth > MAX_DEPTH) {
      throw tokens.error("max expression depth exceeded");
    }
    Pipe pipe = pipe("parenthesized pipeline", TokenType.RIGHT_PAREN);
    depth--;
    return pipe;
  }

  private Operand number(Token token) {
    try {
      return switch (token.type()) {
        case CHARACTER_CONSTANT -> Numbers.character(token.position(), token.text());
        case COMPLEX -> Numbers.complex(token.position(), token.text());
        default -> Numbers.number(token.position(), token.text());
      };
    } catch (IllegalArgumentException e) {
      throw tokens.error(e.getMessage());
    }
  }

  String string(Token token) {
    try {
      return Literals.string(token.text());
    } catch (IllegalArgumentException e) {
      throw tokens.error(e.getMessage());
    }
  }
}
