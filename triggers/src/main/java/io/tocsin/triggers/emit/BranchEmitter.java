package io.tocsin.triggers.emit;

import io.tocsin.triggers.emit.Code.Shape;
import io.tocsin.triggers.syntax.Node;

/** Emits what does not evaluate all its operands. */
final class BranchEmitter {
  private final Emitter emitter;
  private final Script script;

  BranchEmitter(Emitter emitter, Script script) {
    this.emitter = emitter;
    this.script = script;
  }

  Code logical(Node.Binary binary) {
    return switch (binary.operator()) {
      case "??" -> coalesce(binary);
      case "&&", "and" -> junction(binary, true);
      default -> junction(binary, false);
    };
  }

  private Code junction(Node.Binary binary, boolean and) {
    Code left = emitter.node(binary.left());
    Script.Block right = script.block(binary.span(), () -> emitter.node(binary.right()));
    boolean truth = left.truth() && right.value().truth();
    if (!right.isExpression()) {
      return stepwise(binary, left, right, and).withTruth(truth);
    }
    if (truth) {
      return flat(left, right.value(), and);
    }
    String condition = script.mark(binary.span()) + "!" + left.operand();
    Code result = right.value();
    String text =
        and
            ? condition + " ? false : " + result.operand()
            : condition + " ? " + result.operand() + " : true";
    return enclosed(text, left, result);
  }

  private Code flat(Code left, Code right, boolean and) {
    Shape shape = and ? Shape.AND : Shape.OR;
    String text = left.beside(shape) + (and ? " && " : " || ") + right.beside(shape);
    int depth = Math.max(left.depth(), right.depth());
    boolean joined = left.shape() == shape || left.shape() == Shape.ATOM;
    return script.shallow(new Code(text, joined ? depth : depth + 1, true, shape));
  }

  private Code stepwise(Node.Binary binary, Code left, Script.Block right, boolean and) {
    Code result = script.stored(left);
    String test = script.mark(binary.span()) + (and ? "" : "!") + result.text();
    script.statement(
        "if (%s) { %s%s = %s; } "
            .formatted(test, right.statements(), result.text(), right.value().text()));
    return result;
  }

  private Code coalesce(Node.Binary binary) {
    Code left = emitter.plainNil(binary.left());
    Script.Block right = script.block(binary.span(), () -> emitter.node(binary.right()));
    if (right.isExpression()) {
      Code other = right.value();
      return enclosed(left.operand() + " ?? " + other.operand(), left, other);
    }
    Code result = script.stored(left);
    script.statement(
        "if (%s == null) { %s%s = %s; } "
            .formatted(result.text(), right.statements(), result.text(), right.value().text()));
    return result.withTruth(false);
  }

  Code conditional(Node.Conditional conditional) {
    Code condition = emitter.node(conditional.condition());
    boolean elvis = conditional.condition().isSame(conditional.yes());
    if (elvis) {
      condition = script.stored(condition);
    }
    Code tested = condition;
    Script.Block yes =
        elvis
            ? new Script.Block("", tested)
            : script.block(conditional.span(), () -> emitter.node(conditional.yes()));
    Script.Block no = script.block(conditional.span(), () -> emitter.node(conditional.no()));
    boolean truth = yes.value().truth() && no.value().truth();
    String mark = script.mark(conditional.span());
    if (yes.isExpression() && no.isExpression()) {
      String text =
          "%s!%s ? %s : %s"
              .formatted(mark, tested.operand(), no.value().operand(), yes.value().operand());
      return enclosed(text, tested, yes.value(), no.value()).withTruth(truth);
    }
    String result = script.name(script.variable());
    script.statement(
        "if (%s%s) { %s%s = %s; } else { %s%s = %s; } "
            .formatted(
                mark,
                tested.operand(),
                yes.statements(),
                result,
                yes.value().text(),
                no.statements(),
                result,
                no.value().text()));
    return new Code(result, 0, truth, Shape.ATOM);
  }

  private Code enclosed(String text, Code... parts) {
    int depth = 0;
    for (Code part : parts) {
      depth = Math.max(depth, part.depth());
    }
    return script.shallow(Code.atom("(" + text + ")", depth + 1));
  }
}
