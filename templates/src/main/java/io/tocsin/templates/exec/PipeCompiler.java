package io.tocsin.templates.exec;

import io.tocsin.templates.golang.GoCalls;
import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoType;
import io.tocsin.templates.parse.Operand;
import io.tocsin.templates.parse.Operand.Command;
import io.tocsin.templates.parse.Operand.Pipe;
import io.tocsin.templates.parse.Operand.Variable;
import io.tocsin.templates.parse.Positioned;
import io.tocsin.templates.parse.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Compiles the pipelines of one template. */
final class PipeCompiler {
  private final Environment environment;
  private final Source source;
  private final String template;
  private final Scope scope;
  private final Usage usage;

  PipeCompiler(Environment environment, Source source, String template, Scope scope, Usage usage) {
    this.environment = environment;
    this.source = source;
    this.template = template;
    this.scope = scope;
    this.usage = usage;
  }

  Site site(Positioned node) {
    return new Site(source, template, node);
  }

  /** The pipeline's value, which may be {@link Nil#INTERFACE} where it sets no variable. */
  Expression pipe(Pipe pipe) {
    Expression value = commands(pipe);
    if (pipe.variables().isEmpty()) {
      return value;
    }
    Function<Variable, Integer> slot =
        pipe.assigns()
            ? variable -> scope.find(variable.name())
            : variable -> scope.declare(variable.name());
    List<Integer> slots = pipe.variables().stream().map(slot).toList();
    for (int i = 0; i < slots.size(); i++) {
      if (slots.get(i) == Scope.UNDEFINED) {
        return undefined(pipe.variables().get(i));
      }
    }
    return new Expressions.Assign(value, slots);
  }

  private Expression undefined(Variable variable) {
    return new Expressions.Fail("undefined variable: " + variable.name(), site(variable));
  }

  private Expression commands(Pipe pipe) {
    Expression value = null;
    for (Command command : pipe.commands()) {
      value = command(command, value);
    }
    return value;
  }

  /**
   * @param last the value of the command before, or null
   */
  private Expression command(Command command, Expression last) {
    Operand first = command.operands().getFirst();
    List<Operand> rest = command.operands().subList(1, command.operands().size());
    boolean hasArguments = !rest.isEmpty() || last != null;
    return switch (first) {
      case Operand.Identifier(_, String name) -> call(name, command, first, rest, last);
      case Operand.Field field -> fields(new Expressions.Dot(), field.names(), field, rest, last);
      case Variable variable when !variable.fields().isEmpty() ->
          fields(variable(variable), variable.fields(), variable, rest, last);
      case Operand.Chain chain -> chain(chain, rest, last);
      case Operand _ when hasArguments ->
          new Expressions.Fail(
              "can't give argument to non-function " + first.grouped(), site(first));
      case Operand.Nil nil -> new Expressions.Fail("nil is not a command", site(nil));
      default -> operand(first);
    };
  }

  /** The value of an operand that is no literal nil. */
  private Expression operand(Operand operand) {
    return switch (operand) {
      case Pipe pipe -> new Expressions.Collapsed(pipe(pipe));
      case Operand.Identifier(_, String name) -> call(name, operand, operand, List.of(), null);
      case Operand.Dot _ -> new Expressions.Dot();
      case Operand.Field field ->
          fields(new Expressions.Dot(), field.names(), field, List.of(), null);
      case Variable variable when variable.fields().isEmpty() -> variable(variable);
      case Variable variable ->
          fields(variable(variable), variable.fields(), variable, List.of(), null);
      case Operand.Chain chain -> chain(chain, List.of(), null);
      default -> Arguments.ideal(operand, site(operand));
    };
  }

  private Expression variable(Variable variable) {
    int slot = scope.find(variable.name());
    return slot == Scope.UNDEFINED ? undefined(variable) : new Expressions.Variable(slot);
  }

  private Expression chain(Operand.Chain chain, List<Operand> rest, Expression last) {
    return chain.operand() instanceof Operand.Nil
        ? new Expressions.Fail("indirection through explicit nil in " + chain, site(chain))
        : fields(operand(chain.operand()), chain.fields(), chain, rest, last);
  }

  private Expression fields(
      Expression base, List<String> names, Positioned node, List<Operand> rest, Expression last) {
    var fields = new Fields(base, names, environment.missingKey(), site(node));
    return rest.isEmpty() && last == null
        ? fields
        : new MethodCall(fields, arguments(rest), last, site(node));
  }

  private List<Argument> arguments(List<Operand> operands) {
    List<Argument> arguments = new ArrayList<>(operands.size());
    for (Operand operand : operands) {
      arguments.add(argument(operand));
    }
    return arguments;
  }

  private Argument argument(Operand operand) {
    Expression expression =
        switch (operand) {
          case Operand.Nil _, Operand.Bool _, Operand.Numeral _, Operand.Text _ -> null;
          default -> operand(operand);
        };
    return new Argument(operand, expression, site(operand));
  }

  private Expression call(
      String name, Positioned node, Operand callee, List<Operand> rest, Expression last) {
    usage.calls(name);
    GoFunction builtin = environment.builtins().get(name);
    GoFunction function = environment.functions().getOrDefault(name, builtin);
    List<Argument> arguments = arguments(rest);
    int count = arguments.size() + (last == null ? 0 : 1);
    Optional<String> problem = Signatures.problem(name, function, arguments.size(), count);
    if (problem.isPresent()) {
      return new Expressions.Fail(problem.get(), site(callee));
    }
    List<Expression> values = new ArrayList<>(count);
    for (int i = 0; i < arguments.size(); i++) {
      values.add(arguments.get(i).as(GoCalls.parameter(function, i)));
    }
    if (last != null) {
      GoType type = GoCalls.parameter(function, count - 1);
      values.add(type == GoType.ANY ? last : new Expressions.Typed(last, type, site(callee)));
    }
    if (Inclusion.isOne(function)) {
      return Inclusion.call(function, values, last != null, environment, site(node));
    }
    return builtin != null && function.equals(builtin)
        ? Intrinsics.call(name, function, values, last != null, site(node))
        : new Call(name, function, values, last != null, site(node));
  }
}
