package io.tocsin.triggers;

import io.tocsin.triggers.ExpressionException.Phase;
import io.tocsin.triggers.check.Checker;
import io.tocsin.triggers.check.Natures;
import io.tocsin.triggers.emit.Emitter;
import io.tocsin.triggers.optimise.Optimiser;
import io.tocsin.triggers.run.Failure;
import io.tocsin.triggers.run.Program;
import io.tocsin.triggers.syntax.Clock;
import io.tocsin.triggers.syntax.Names;
import io.tocsin.triggers.syntax.Node;
import io.tocsin.triggers.syntax.Parser;
import io.tocsin.triggers.syntax.Revisions;
import io.tocsin.triggers.syntax.SyntaxException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An expression of Expr.
 *
 * @param revisions where the expression ends in {@code .revision}, the same with {@code .revisions}
 */
record ExprExpression(
    String source,
    Program program,
    boolean readsClock,
    Set<String> variables,
    Optional<Program> revisions)
    implements Expression {
  private static final String TOO_DEEP = "the expression is nested too deeply";

  static ExprExpression of(String source) {
    try {
      Node node = Parser.parse(source);
      return new ExprExpression(
          source,
          program(node),
          Clock.isReadBy(node),
          Names.in(node),
          Revisions.beside(node).map(ExprExpression::program));
    } catch (SyntaxException e) {
      throw new ExpressionException(Phase.COMPILE, e.in(source), e.at(), e.getMessage());
    } catch (Failure e) {
      throw new ExpressionException(Phase.COMPILE, e.getMessage());
    } catch (StackOverflowError e) {
      throw new ExpressionException(Phase.COMPILE, TOO_DEEP);
    }
  }

  private static Program program(Node node) {
    Natures natures = Checker.check(node);
    return Emitter.emit(Optimiser.optimise(node, natures), natures);
  }

  @Override
  public boolean names(Set<String> wanted) {
    return !Collections.disjoint(variables, wanted);
  }

  @Override
  public Object evaluate(Map<String, Object> variables) {
    try {
      return program.evaluate(variables);
    } catch (Failure e) {
      throw new ExpressionException(Phase.RUN, message(e));
    }
  }

  @Override
  public Explanation explain(Map<String, Object> variables) {
    try {
      return Explainer.explain(source, variables);
    } catch (SyntaxException e) {
      throw new ExpressionException(Phase.RUN, e.in(source));
    } catch (Failure e) {
      throw new ExpressionException(Phase.RUN, e.getMessage());
    } catch (StackOverflowError e) {
      throw new ExpressionException(Phase.RUN, TOO_DEEP);
    }
  }

  private String message(Failure failure) {
    return failure
        .span()
        .map(span -> failure.getMessage() + " " + span.position(source))
        .orElseGet(failure::getMessage);
  }
}
