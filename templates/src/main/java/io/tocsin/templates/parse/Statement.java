package io.tocsin.templates.parse;

import io.tocsin.templates.parse.Operand.Pipe;
import java.util.List;
import java.util.Optional;

/** What a template does, one after the other. */
public sealed interface Statement extends Positioned {
  record Text(int position, String text) implements Statement {
    @Override
    public String toString() {
      return text;
    }
  }

  /** Prints a value, or sets variables. */
  record Action(int position, Pipe pipe) implements Statement {
    @Override
    public String toString() {
      return "{{" + pipe + "}}";
    }
  }

  record If(int position, Pipe pipe, Block then, Optional<Block> otherwise) implements Statement {
    @Override
    public String toString() {
      return "{{if " + pipe + "}}";
    }
  }

  record With(int position, Pipe pipe, Block then, Optional<Block> otherwise) implements Statement {
    @Override
    public String toString() {
      return "{{with " + pipe + "}}";
    }
  }

  record Range(int position, Pipe pipe, Block body, Optional<Block> otherwise)
      implements Statement {
    @Override
    public String toString() {
      return "{{range " + pipe + "}}";
    }
  }

  record Break(int position) implements Statement {
    @Override
    public String toString() {
      return "{{break}}";
    }
  }

  record Continue(int position) implements Statement {
    @Override
    public String toString() {
      return "{{continue}}";
    }
  }

  /** Renders another template; dot is nil there without a pipeline. */
  record Call(int position, String name, Optional<Pipe> pipe) implements Statement {
    @Override
    public String toString() {
      return "{{template " + Literals.quote(name) + pipe.map(dot -> " " + dot).orElse("") + "}}";
    }
  }

  /** Statements in a row. */
  record Block(List<Statement> statements) {
    public Block {
      statements = List.copyOf(statements);
    }

    /** Whether there is nothing but white space. */
    public boolean isEmpty() {
      return statements.stream()
          .allMatch(statement -> statement instanceof Text(_, String text) && text.isBlank());
    }
  }
}
