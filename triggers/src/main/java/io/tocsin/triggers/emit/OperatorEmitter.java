package io.tocsin.triggers.emit;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.tocsin.templates.golang.GoInt;
import io.tocsin.triggers.check.Nature;
import io.tocsin.triggers.check.Natures;
import io.tocsin.triggers.run.Sites;
import io.tocsin.triggers.syntax.Node;
import io.tocsin.triggers.syntax.Span;
import io.tocsin.triggers.syntax.SyntaxException;
import java.util.List;
import java.util.Set;

/** Emits operators that always evaluate all their operands. */
final class OperatorEmitter {
  /** Builtins that never return nil. */
  private static final Set<String> SURE =
      Set.of(
          "len",
          "type",
          "int",
          "string",
          "trim",
          "upper",
          "lower",
          "join",
          "count",
          "replace",
          "trimPrefix",
          "trimSuffix");

  private final Emitter emitter;
  private final Script script;
  private final Natures natures;

  OperatorEmitter(Emitter emitter, Script script, Natures natures) {
    this.emitter = emitter;
    this.script = script;
    this.natures = natures;
  }

  Code unary(Node.Unary unary) {
    Code operand = emitter.node(unary.operand());
    return switch (unary.operator()) {
      case "!", "not" -> not(unary.span(), operand);
      case "-" -> negated(unary.span(), operand);
      default -> operand;
    };
  }

  private Code not(Span span, Code operand) {
    String text = "(" + script.mark(span) + "!" + operand.operand() + ")";
    return script.shallow(Code.truth(text, operand.depth() + 1));
  }

  private Code negated(Span span, Code operand) {
    String text = "(" + script.mark(span) + "- " + operand.operand() + ")";
    return script.shallow(Code.atom(text, operand.depth() + 1));
  }

  Code binary(Node.Binary binary) {
    Span span = binary.span();
    Code left = emitter.node(binary.left());
    if (binary.operator().equals("matches") && binary.right() instanceof Node.Text pattern) {
      return script.call(span, Sites.matches(pattern(pattern)), List.of(left)).withTruth(true);
    }
    Code right = emitter.node(binary.right());
    return switch (binary.operator()) {
      case "==", "!=" -> equality(binary, left, right);
      case "<", "<=", ">", ">=" -> script.comparison(span, binary.operator(), left, right);
      case "in" -> script.comparison(span, "=~", left, right);
      case "startsWith" -> script.comparison(span, "=^", left, right);
      case "endsWith" -> script.comparison(span, "=$", left, right);
      case "contains" -> script.shallow(script.binary(span, "&", left, right).withTruth(true));
      case "matches" -> script.call(span, Sites::matches, List.of(left, right)).withTruth(true);
      case "**", "^" -> script.shallow(script.binary(span, "^", left, right));
      case ".." -> script.call(span, Sites::range, List.of(left, right));
      default -> script.shallow(script.binary(span, binary.operator(), left, right));
    };
  }

  /** Where Expr relies on the types that it found, a nil is an error. */
  private Code equality(Node.Binary binary, Code left, Code right) {
    Nature.Kind kind = natures.of(binary.left()).kind();
    boolean same = kind == natures.of(binary.right()).kind();
    if (same && (kind == Nature.Kind.INT || kind == Nature.Kind.STRING)) {
      boolean sure = isSure(binary.left()) && isSure(binary.right());
      if (!sure) {
        Class<?> type = kind == Nature.Kind.INT ? GoInt.class : String.class;
        Code equal = script.call(binary.span(), Sites.equal(type), List.of(left, right));
        return binary.operator().equals("==") ? equal.withTruth(true) : not(binary.span(), equal);
      }
    }
    return script.comparison(binary.span(), binary.operator(), left, right);
  }

  private static boolean isSure(Node node) {
    return switch (node) {
      case Node.Int _, Node.Text _ -> true;
      case Node.Builtin builtin -> SURE.contains(builtin.name());
      default -> false;
    };
  }

  private static Pattern pattern(Node.Text text) {
    try {
      return Pattern.compile(text.value());
    } catch (PatternSyntaxException e) {
      throw new SyntaxException(e.getMessage(), text.span());
    }
  }
}
