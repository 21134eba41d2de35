package io.tocsin.templates.parse;

import io.tocsin.templates.parse.Operand.Pipe;
import io.tocsin.templates.parse.Statement.Block;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Builds the tree of a text. For one thread and one text. */
final class Parser {
  private static final int MAX_DEPTH = 500;

  private final Source source;
  private final Predicate<String> functions;
  private final Tokens tokens;
  private final Map<String, Block> templates = new HashMap<>();
  private PipeParser pipes;
  private int ranges;
  private int depth;

  Parser(Source source, Predicate<String> functions) {
    this.source = source;
    this.functions = functions;
    this.tokens =
        new Tokens(
            source,
            new Lexer(source.text(), !functions.test("break"), !functions.test("continue")));
    this.pipes = new PipeParser(tokens, functions);
  }

  /** What stands next: a statement, or what ends a block. */
  private sealed interface Part {
    record Body(Statement statement) implements Part {}

    record End() implements Part {}

    record Else(Token at) implements Part {}
  }

  private record Section(Block block, Part end) {}

  ParsedTemplates parse() {
    List<Statement> statements = new ArrayList<>();
    while (!tokens.peek().is(TokenType.EOF)) {
      if (!isDefinition()) {
        switch (textOrAction()) {
          case Part.Body(Statement statement) -> statements.add(statement);
          case Part.End _ -> throw tokens.error("unexpected {{end}}");
          case Part.Else _ -> throw tokens.error("unexpected {{else}}");
        }
      }
    }
    add(source.name(), new Block(statements));
    return new ParsedTemplates(source, templates);
  }

  private boolean isDefinition() {
    Token delimiter = tokens.next();
    if (delimiter.is(TokenType.LEFT_DELIMITER)) {
      Token keyword = tokens.nextNonSpace();
      if (keyword.is(TokenType.DEFINE)) {
        define();
        return true;
      }
      tokens.back(keyword);
    }
    tokens.back(delimiter);
    return false;
  }

  private void define() {
    String name = templateName(tokens.nextNonSpace(), "define clause");
    tokens.expect(TokenType.RIGHT_DELIMITER, "define clause");
    add(name, inner("define clause"));
  }

  /** The body of another template, which sees none of this one's variables and loops. */
  private Block inner(String context) {
    PipeParser outerPipes = pipes;
    int outerRanges = ranges;
    pipes = new PipeParser(tokens, functions);
    ranges = 0;
    Section section = section();
    if (section.end() instanceof Part.Else) {
      throw tokens.error("unexpected {{else}} in " + context);
    }
    pipes = outerPipes;
    ranges = outerRanges;
    return section.block();
  }

  private void add(String name, Block block) {
    Block known = templates.get(name);
    if (known == null || known.isEmpty()) {
      templates.put(name, block);
    } else if (!block.isEmpty()) {
      throw tokens.error("multiple definition of template " + Literals.quote(name));
    }
  }

  private Section section() {
    if (++depth > MAX_DEPTH) {
      throw tokens.error("more than " + MAX_DEPTH + " nested actions");
    }
    List<Statement> statements = new ArrayList<>();
    while (!tokens.peekNonSpace().is(TokenType.EOF)) {
      switch (textOrAction()) {
        case Part.Body(Statement statement) -> statements.add(statement);
        case Part end -> {
          depth--;
          return new Section(new Block(statements), end);
        }
      }
    }
    throw tokens.error("unexpected EOF");
  }

  private Part textOrAction() {
    Token token = tokens.nextNonSpace();
    if (token.is(TokenType.TEXT)) {
      return new Part.Body(new Statement.Text(token.position(), token.text()));
    }
    if (!token.is(TokenType.LEFT_DELIMITER)) {
      throw tokens.unexpected(token, "input");
    }
    tokens.startAction(token);
    Part part = action();
    tokens.endAction();
    return part;
  }

  private Part action() {
    Token token = tokens.nextNonSpace();
    int position = token.position();
    return switch (token.type()) {
      case END -> {
        tokens.expect(TokenType.RIGHT_DELIMITER, "end");
        yield new Part.End();
      }
      case ELSE -> elseAction();
      case BLOCK -> new Part.Body(block());
      case BREAK -> new Part.Body(new Statement.Break(leave(position, "{{break}}")));
      case CONTINUE -> new Part.Body(new Statement.Continue(leave(position, "{{continue}}")));
      case IF -> new Part.Body(ifAction());
      case WITH -> new Part.Body(withAction());
      case RANGE -> new Part.Body(rangeAction());
      case TEMPLATE -> new Part.Body(call());
      default -> {
        tokens.back(token);
        Pipe pipe = pipes.pipe("command", TokenType.RIGHT_DELIMITER);
        yield new Part.Body(new Statement.Action(position, pipe));
      }
    };
  }

  private Part elseAction() {
    Token next = tokens.peekNonSpace();
    if (!next.is(TokenType.IF) && !next.is(TokenType.WITH)) {
      tokens.expect(TokenType.RIGHT_DELIMITER, "else");
    }
    return new Part.Else(next);
  }

  private int leave(int position, String keyword) {
    Token token = tokens.nextNonSpace();
    if (!token.is(TokenType.RIGHT_DELIMITER)) {
      throw tokens.unexpected(token, keyword);
    }
    if (ranges == 0) {
      throw tokens.error(keyword + " outside {{range}}");
    }
    return position;
  }

  private Statement ifAction() {
    int mark = pipes.mark();
    Pipe pipe = pipes.pipe("if", TokenType.RIGHT_DELIMITER);
    Section then = section();
    Optional<Block> otherwise = otherwise(then.end(), TokenType.IF);
    pipes.release(mark);
    return new Statement.If(pipe.position(), pipe, then.block(), otherwise);
  }

  private Statement withAction() {
    int mark = pipes.mark();
    Pipe pipe = pipes.pipe("with", TokenType.RIGHT_DELIMITER);
    Section then = section();
    Optional<Block> otherwise = otherwise(then.end(), TokenType.WITH);
    pipes.release(mark);
    return new Statement.With(pipe.position(), pipe, then.block(), otherwise);
  }

  private Statement rangeAction() {
    int mark = pipes.mark();
    Pipe pipe = pipes.pipe("range", TokenType.RIGHT_DELIMITER);
    ranges++;
    Section body = section();
    ranges--;
    Optional<Block> otherwise = otherwise(body.end(), TokenType.RANGE);
    pipes.release(mark);
    return new Statement.Range(pipe.position(), pipe, body.block(), otherwise);
  }

  /**
   * What follows an {@code else}.
   *
   * @param chained the keyword that may follow it at once, to be ended by the same {@code end}
   */
  private Optional<Block> otherwise(Part end, TokenType chained) {
    if (!(end instanceof Part.Else(Token next))) {
      return Optional.empty();
    }
    if (chained != TokenType.RANGE && next.is(chained)) {
      tokens.nextNonSpace();
      return Optional.of(new Block(List.of(chained(chained))));
    }
    Section section = section();
    if (section.end() instanceof Part.Else) {
      throw tokens.error("expected end; found {{else}}");
    }
    return Optional.of(section.block());
  }

  private Statement chained(TokenType keyword) {
    if (++depth > MAX_DEPTH) {
      throw tokens.error("more than " + MAX_DEPTH + " nested actions");
    }
    Statement statement = keyword == TokenType.IF ? ifAction() : withAction();
    depth--;
    return statement;
  }

  private Statement block() {
    Token token = tokens.nextNonSpace();
    String name = templateName(token, "block clause");
    Pipe pipe = pipes.pipe("block clause", TokenType.RIGHT_DELIMITER);
    add(name, inner("block clause"));
    return new Statement.Call(token.position(), name, Optional.of(pipe));
  }

  private Statement call() {
    Token token = tokens.nextNonSpace();
    String name = templateName(token, "template clause");
    Token next = tokens.nextNonSpace();
    if (next.is(TokenType.RIGHT_DELIMITER)) {
      return new Statement.Call(token.position(), name, Optional.empty());
    }
    tokens.back(next);
    Pipe pipe = pipes.pipe("template clause", TokenType.RIGHT_DELIMITER);
    return new Statement.Call(token.position(), name, Optional.of(pipe));
  }

  private String templateName(Token token, String context) {
    if (!token.is(TokenType.STRING) && !token.is(TokenType.RAW_STRING)) {
      throw tokens.unexpected(token, context);
    }
    return pipes.string(token);
  }
}
