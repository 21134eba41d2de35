package io.tocsin.triggers.emit;

import io.tocsin.templates.golang.GoInt;
import io.tocsin.triggers.check.Natures;
import io.tocsin.triggers.run.Path;
import io.tocsin.triggers.run.Program;
import io.tocsin.triggers.run.Sites;
import io.tocsin.triggers.run.Slot;
import io.tocsin.triggers.run.Trace;
import io.tocsin.triggers.syntax.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Emits a tree. For one use by one thread. */
public final class Emitter {
  private final Script script = new Script();
  private final Scope scope = new Scope();
  private final Optional<Tracing> tracing;
  private final PathEmitter paths;
  private final OperatorEmitter operators;
  private final BranchEmitter branches = new BranchEmitter(this, script);
  private final MemberEmitter members;
  private final BuiltinEmitter builtins;

  private Emitter(Natures natures, Optional<Tracing> tracing) {
    this.tracing = tracing;
    this.paths = new PathEmitter(scope, tracing.isEmpty());
    this.operators = new OperatorEmitter(this, script, natures);
    this.members = new MemberEmitter(this, script, paths);
    this.builtins = new BuiltinEmitter(this, script, scope, paths);
  }

  /**
   * @param natures what is known of the nodes
   */
  public static Program emit(Node node, Natures natures) {
    Emitter emitter = new Emitter(natures, Optional.empty());
    return emitter.script.program(emitter.node(node));
  }

  /** Emits a script whose nodes note their values. */
  public static Tracing.Traced trace(Node node, Natures natures) {
    Tracing tracing = new Tracing();
    Emitter emitter = new Emitter(natures, Optional.of(tracing));
    return new Tracing.Traced(emitter.script.program(emitter.node(node)), tracing);
  }

  /** The expression for a node; statements that have to come before it are in the script. */
  Code node(Node node) {
    if (tracing.isEmpty() || !Tracing.isTraced(node)) {
      return plain(node);
    }
    int number = tracing.get().add(node);
    Code code = plain(node);
    return script.call(node.span(), Trace.site(number), List.of(code)).withTruth(code.truth());
  }

  private Code plain(Node node) {
    return switch (node) {
      case Node.Nil _ -> Code.atom("null", 0);
      case Node.Bool bool -> Code.truth(Boolean.toString(bool.value()), 0);
      case Node.Int number -> constant(GoInt.of(number.value()));
      case Node.Decimal number -> constant(number.value());
      case Node.Text text -> constant(text.value());
      case Node.Bytes bytes -> constant(bytes.value().getBytes(StandardCharsets.ISO_8859_1));
      case Node.Constant constant -> constant(constant.value());
      case Node.Unary unary -> operators.unary(unary);
      case Node.Binary binary -> binary(binary);
      case Node.Identifier _, Node.Pointer _, Node.Member _, Node.Chain _ -> path(node, false);
      case Node.Slice slice -> slice(slice);
      case Node.Call call -> members.call(call);
      case Node.Builtin builtin -> builtins.builtin(builtin);
      case Node.Predicate predicate -> node(predicate.body());
      case Node.Let let -> let(let);
      case Node.Sequence sequence -> sequence(sequence);
      case Node.Conditional conditional -> branches.conditional(conditional);
      case Node.ListLiteral list -> script.call(list.span(), Sites::list, nodes(list.nodes()));
      case Node.MapLiteral map -> map(map);
      case Node.Pair pair -> throw new IllegalStateException("a pair without a map: " + pair);
    };
  }

  Code constant(Object value) {
    return Code.atom(script.name(Slot.constant(value)), 0);
  }

  List<Code> nodes(List<Node> nodes) {
    List<Code> codes = new ArrayList<>(nodes.size());
    nodes.forEach(node -> codes.add(node(node)));
    return codes;
  }

  private Code binary(Node.Binary binary) {
    return switch (binary.operator()) {
      case "&&", "and", "||", "or", "??" -> branches.logical(binary);
      default -> operators.binary(binary);
    };
  }

  /** The expression for a node, in which a nil of any type is nil. */
  Code plainNil(Node node) {
    if (tracing.isEmpty() && paths.path(node).isPresent()) {
      return path(node, true);
    }
    return script.call(node.span(), Sites::chain, List.of(node(node)));
  }

  private Code path(Node node, boolean plain) {
    return paths
        .path(node)
        .map(path -> Code.atom(script.name(new Slot.Fetched(path, plain)), 0))
        .orElseGet(() -> members.member(node));
  }

  private Code slice(Node.Slice slice) {
    List<Code> arguments = new ArrayList<>();
    arguments.add(node(slice.target()));
    arguments.add(slice.to().map(this::node).orElse(Code.atom("null", 0)));
    arguments.add(slice.from().map(this::node).orElse(Code.atom("null", 0)));
    return script.call(slice.span(), Sites::slice, arguments);
  }

  private Code let(Node.Let let) {
    Slot.Variable variable = script.variable();
    Code value = node(let.value());
    script.statement(script.name(variable) + " = " + value.text() + "; ");
    scope.declare(let.name(), variable);
    Code body = node(let.body());
    scope.undeclare(let.name());
    return body;
  }

  private Code sequence(Node.Sequence sequence) {
    List<Node> nodes = sequence.nodes();
    nodes.subList(0, nodes.size() - 1).forEach(node -> script.stored(node(node)));
    return node(nodes.getLast());
  }

  private Code map(Node.MapLiteral map) {
    List<Code> arguments = new ArrayList<>();
    for (Node.Pair pair : map.pairs()) {
      arguments.add(node(pair.key()));
      arguments.add(node(pair.value()));
    }
    return script.call(map.span(), Sites::map, arguments);
  }

  /** What a chain is from where it was cut short. */
  Code cut() {
    return constant(Path.CUT);
  }
}
