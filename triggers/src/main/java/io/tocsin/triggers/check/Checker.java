package io.tocsin.triggers.check;

import io.tocsin.triggers.check.Nature.Kind;
import io.tocsin.triggers.syntax.Builtins;
import io.tocsin.triggers.syntax.Node;
import io.tocsin.triggers.syntax.SyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks a tree over variables of which nothing is known, as Expr does without an environment. For
 * one use by one thread.
 */
public final class Checker {
  private final Natures natures = new Natures();
  private final Map<String, Nature> variables = new HashMap<>();
  private final MemberRules members = new MemberRules(this);
  private final BuiltinRules builtins = new BuiltinRules(this);

  private Checker() {}

  /**
   * @throws SyntaxException for the first mistake
   */
  public static Natures check(Node node) {
    Checker checker = new Checker();
    checker.visit(node);
    return checker.natures;
  }

  /** The nature of a node, which is checked at the first visit. */
  Nature visit(Node node) {
    if (!natures.contains(node)) {
      natures.put(node, nature(node));
    }
    return natures.of(node);
  }

  void visitAll(List<Node> nodes) {
    nodes.forEach(this::visit);
  }

  private Nature nature(Node node) {
    return switch (node) {
      case Node.Nil _ -> Nature.NIL;
      case Node.Bool _ -> Nature.BOOL;
      case Node.Int _ -> Nature.INT;
      case Node.Decimal _ -> Nature.FLOAT;
      case Node.Text _ -> Nature.STRING;
      case Node.Bytes _ -> Nature.BYTES;
      case Node.Constant _ -> Nature.LIST;
      case Node.Identifier identifier -> identifier(identifier);
      case Node.Unary unary -> unary(unary);
      case Node.Binary binary ->
          OperatorRules.binary(binary, visit(binary.left()), visit(binary.right()));
      case Node.Chain chain -> visit(chain.node());
      case Node.Member member -> members.member(member);
      case Node.Slice slice -> members.slice(slice);
      case Node.Call call -> members.call(call);
      case Node.Builtin builtin -> builtins.builtin(builtin);
      case Node.Predicate predicate -> visit(predicate.body());
      case Node.Pointer pointer -> builtins.pointer(pointer);
      case Node.Let let -> let(let);
      case Node.Sequence sequence -> {
        visitAll(sequence.nodes());
        yield visit(sequence.nodes().getLast());
      }
      case Node.Conditional conditional -> conditional(conditional);
      case Node.ListLiteral list -> list(list);
      case Node.MapLiteral map -> {
        map.pairs().forEach(this::visit);
        yield Nature.MAP;
      }
      case Node.Pair pair -> {
        visit(pair.key());
        visit(pair.value());
        yield Nature.NIL;
      }
    };
  }

  private Nature identifier(Node.Identifier identifier) {
    Nature variable = variables.get(identifier.name());
    if (variable != null) {
      return variable;
    }
    return Builtins.contains(identifier.name()) ? Nature.FUNCTION : Nature.UNKNOWN;
  }

  private Nature unary(Node.Unary unary) {
    Nature operand = visit(unary.operand());
    boolean not = unary.operator().equals("!") || unary.operator().equals("not");
    if (not ? operand.is(Kind.BOOL) : operand.isNumber()) {
      return operand;
    }
    if (operand.isUnknown()) {
      return not ? Nature.BOOL : Nature.UNKNOWN;
    }
    throw new SyntaxException(
        "%s of a value of type %s".formatted(unary.operator(), operand), unary.span());
  }

  private Nature let(Node.Let let) {
    if (Builtins.contains(let.name()) || variables.containsKey(let.name())) {
      throw new SyntaxException(let.name() + " is declared already", let.span());
    }
    variables.put(let.name(), visit(let.value()));
    Nature body = visit(let.body());
    variables.remove(let.name());
    return body;
  }

  private Nature conditional(Node.Conditional conditional) {
    Nature condition = visit(conditional.condition());
    if (!condition.is(Kind.BOOL) && !condition.isUnknown()) {
      throw new SyntaxException(
          "a condition is a boolean, not a value of type " + condition,
          conditional.condition().span());
    }
    Nature yes = visit(conditional.yes());
    Nature no = visit(conditional.no());
    if (yes.isNil()) {
      return no;
    }
    if (no.isNil()) {
      return yes;
    }
    if (!yes.isAssignableTo(no)) {
      return Nature.UNKNOWN;
    }
    return yes.is(Kind.LIST) && !yes.elements().equals(no.elements()) ? Nature.LIST : yes;
  }

  private Nature list(Node.ListLiteral list) {
    visitAll(list.nodes());
    if (list.nodes().isEmpty()) {
      return Nature.listOf(Nature.UNKNOWN);
    }
    List<Kind> kinds = list.nodes().stream().map(node -> kind(visit(node))).distinct().toList();
    return kinds.size() == 1 ? Nature.listOf(visit(list.nodes().getLast())) : Nature.LIST;
  }

  /** Nil and unknown are of one kind to Go's reflection. */
  private static Kind kind(Nature nature) {
    return nature.isNil() ? Kind.UNKNOWN : nature.kind();
  }
}
