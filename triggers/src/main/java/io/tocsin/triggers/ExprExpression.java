package io.tocsin.triggers;

import io.tocsin.triggers.ExpressionException.Phase;
import io.tocsin.triggers.emit.Emitter;
import io.tocsin.triggers.run.Failure;
import io.tocsin.triggers.run.Program;
import io.tocsin.triggers.syntax.Clock;
import io.tocsin.triggers.syntax.Node;
import io.tocsin.triggers.syntax.Parser;
import io.tocsin.triggers.syntax.Revisions;
import io.tocsin.triggers.syntax.SyntaxException;
import java.util.Map;
import java.util.Optional;

/**
 * An expression of Expr.
 *
 * @param revisions where the expression ends in {@code .revision}, the same with {@code .revisions}
 */
record ExprExpression(
    String source, Program program, boolean readsClock, Optional<Program> revisions)
    implements Expression {
  static ExprExpression of(String source) {
    try {
      Node node = Parser.parse(source);
      return new ExprExpression(
          source,
          Emitter.emit(node),
          Clock.isReadBy(node),
          Revisions.beside(node).map(Emitter::emit));
    } catch (SyntaxException e) {
      throw new ExpressionException(Phase.COMPILE, e.in(source));
    } catch (Failure e) {
      throw new ExpressionException(Phase.COMPILE, e.getMessage());
    }
  }

  @Override
  public Object evaluate(Map<String, Object> variables) {
    try {
      return program.evaluate(variables);
    } catch (Failure e) {
      throw new ExpressionException(Phase.RUN, message(e));
    }
  }

  private String message(Failure failure) {
    return failure
        .span()
        .map(span -> failure.getMessage() + " " + span.position(source))
        .orElseGet(failure::getMessage);
  }
}
