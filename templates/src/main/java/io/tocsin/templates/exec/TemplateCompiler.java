package io.tocsin.templates.exec;

import io.tocsin.templates.exec.Step.Flow;
import io.tocsin.templates.parse.Operand.Pipe;
import io.tocsin.templates.parse.Positioned;
import io.tocsin.templates.parse.Source;
import io.tocsin.templates.parse.Statement;
import io.tocsin.templates.parse.Statement.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compiles one of the templates that a text defines. */
final class TemplateCompiler {
  private static final Step NOTHING = new Steps.Block(List.of());

  private final Scope scope = new Scope();
  private final PipeCompiler pipes;

  TemplateCompiler(Environment environment, Source source, String name, Usage usage) {
    this.pipes = new PipeCompiler(environment, source, name, scope, usage);
  }

  CompiledTemplate compile(Block block) {
    return new CompiledTemplate(block(block), scope.size());
  }

  private Step block(Block block) {
    List<Step> steps = new ArrayList<>(block.statements().size());
    for (Statement statement : block.statements()) {
      steps.add(step(statement));
    }
    return steps.size() == 1 ? steps.getFirst() : new Steps.Block(steps);
  }

  private Step step(Statement statement) {
    return switch (statement) {
      case Statement.Text(_, String text) -> new Steps.Text(text, site(statement));
      case Statement.Action(_, Pipe pipe) -> action(statement, pipe);
      case Statement.If(_, Pipe pipe, Block then, Optional<Block> otherwise) -> {
        int mark = scope.mark();
        Expression condition = pipes.pipe(pipe);
        yield new Steps.If(condition, scoped(then), otherwise(otherwise, mark));
      }
      case Statement.With(_, Pipe pipe, Block then, Optional<Block> otherwise) -> {
        int mark = scope.mark();
        Expression dot = new Expressions.Collapsed(pipes.pipe(pipe));
        yield new Steps.With(dot, scoped(then), otherwise(otherwise, mark));
      }
      case Statement.Range range -> range(range);
      case Statement.Break _ -> new Steps.Leave(Flow.BREAK);
      case Statement.Continue _ -> new Steps.Leave(Flow.CONTINUE);
      case Statement.Call(_, String name, Optional<Pipe> pipe) -> {
        Expression data = pipe.map(pipes::pipe).orElse(new Expressions.Constant(null));
        yield new Steps.Call(name, data, site(statement));
      }
    };
  }

  private Site site(Positioned node) {
    return pipes.site(node);
  }

  private Step action(Statement statement, Pipe pipe) {
    Expression expression = pipes.pipe(pipe);
    return pipe.variables().isEmpty()
        ? new Steps.Print(expression, site(statement))
        : new Steps.Set(expression);
  }

  /** Compiles a block the variables of which nobody sees after it. */
  private Step scoped(Block block) {
    int mark = scope.mark();
    Step step = block(block);
    scope.release(mark);
    return step;
  }

  private Step otherwise(Optional<Block> block, int mark) {
    Step step = block.isPresent() ? scoped(block.get()) : NOTHING;
    scope.release(mark);
    return step;
  }

  private Step range(Statement.Range range) {
    int mark = scope.mark();
    Pipe pipe = range.pipe();
    Expression expression = pipes.pipe(pipe);
    List<Integer> slots =
        pipe.variables().stream().map(variable -> scope.find(variable.name())).toList();
    int element = slots.isEmpty() ? Scope.UNDEFINED : slots.getLast();
    int key = slots.size() < 2 ? Scope.UNDEFINED : slots.getFirst();
    return new Loop(
        expression,
        key,
        element,
        scoped(range.body()),
        otherwise(range.otherwise(), mark),
        site(pipe));
  }
}
