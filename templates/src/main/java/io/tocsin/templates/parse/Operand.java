package io.tocsin.templates.parse;

import io.tocsin.templates.golang.GoComplex;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What stands within an action and has a value. */
public sealed interface Operand extends Positioned {
  /**
   * Commands, each of which gets the value of the one before it.
   *
   * @param assigns whether the variables are assigned to, not declared
   */
  record Pipe(int position, boolean assigns, List<Variable> variables, List<Command> commands)
      implements Operand {
    public Pipe {
      variables = List.copyOf(variables);
      commands = List.copyOf(commands);
    }

    @Override
    public String toString() {
      String commanded =
          commands.stream().map(Command::toString).collect(Collectors.joining(" | "));
      if (variables.isEmpty()) {
        return commanded;
      }
      String declared =
          variables.stream().map(Variable::toString).collect(Collectors.joining(", "));
      return declared + (assigns ? " = " : " := ") + commanded;
    }
  }

  /** An operand and the arguments it is given. */
  record Command(int position, List<Operand> operands) implements Positioned {
    public Command {
      operands = List.copyOf(operands);
    }

    @Override
    public String toString() {
      return operands.stream().map(Operand::grouped).collect(Collectors.joining(" "));
    }
  }

  /** The name of a function. */
  record Identifier(int position, String name) implements Operand {
    @Override
    public String toString() {
      return name;
    }
  }

  /** The cursor. */
  record Dot(int position) implements Operand {
    @Override
    public String toString() {
      return ".";
    }
  }

  /** The constant without a type. */
  record Nil(int position) implements Operand {
    @Override
    public String toString() {
      return "nil";
    }
  }

  /** Fields of dot, at least one. */
  record Field(int position, List<String> names) implements Operand {
    public Field {
      names = List.copyOf(names);
    }

    @Override
    public String toString() {
      return "." + String.join(".", names);
    }
  }

  /**
   * A variable and fields of it.
   *
   * @param name with its {@code $}
   */
  record Variable(int position, String name, List<String> fields) implements Operand {
    public Variable {
      fields = List.copyOf(fields);
    }

    @Override
    public String toString() {
      return fields.isEmpty() ? name : name + "." + String.join(".", fields);
    }
  }

  /** Fields, at least one, of a function's result or what parentheses hold. */
  record Chain(int position, Operand operand, List<String> fields) implements Operand {
    public Chain {
      fields = List.copyOf(fields);
    }

    @Override
    public String toString() {
      return operand.grouped() + "." + String.join(".", fields);
    }
  }

  record Bool(int position, boolean value) implements Operand {
    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }

  /**
   * A number and every type it can have.
   *
   * @param text as written
   * @param unsigned the bits
   * @param complex null when it is a real number
   */
  record Numeral(
      int position,
      String text,
      OptionalLong integer,
      OptionalLong unsigned,
      OptionalDouble floating,
      GoComplex complex)
      implements Operand {
    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * @param quoted as written
   * @param text what it says
   */
  record Text(int position, String quoted, String text) implements Operand {
    @Override
    public String toString() {
      return quoted;
    }
  }

  /** Its text, in parentheses when it is a pipeline. */
  default String grouped() {
    return this instanceof Pipe ? "(" + this + ")" : toString();
  }
}
