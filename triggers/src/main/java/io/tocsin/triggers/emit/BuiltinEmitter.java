package io.tocsin.triggers.emit;

import io.tocsin.triggers.builtin.BuiltinFunctions;
import io.tocsin.triggers.run.LoopKind;
import io.tocsin.triggers.run.Path;
import io.tocsin.triggers.run.Sites;
import io.tocsin.triggers.run.Slot;
import io.tocsin.triggers.syntax.Node;
import java.util.List;
import java.util.Optional;

/** Emits builtins: those with a predicate as loops, the others as calls. */
final class BuiltinEmitter {
  private final Emitter emitter;
  private final Script script;
  private final Scope scope;
  private final PathEmitter paths;

  BuiltinEmitter(Emitter emitter, Script script, Scope scope, PathEmitter paths) {
    this.emitter = emitter;
    this.script = script;
    this.scope = scope;
    this.paths = paths;
  }

  Code builtin(Node.Builtin builtin) {
    boolean loop =
        builtin.arguments().size() > 1 && builtin.arguments().get(1) instanceof Node.Predicate;
    return loop
        ? loop(builtin)
        : script.call(
            builtin.span(),
            BuiltinFunctions.named(builtin.name()),
            emitter.nodes(builtin.arguments()));
  }

  private Code loop(Node.Builtin builtin) {
    boolean initial = builtin.arguments().size() > 2;
    int loop = script.loop(new LoopKind(builtin.name(), builtin.tuning(), initial, builtin.span()));
    String start = start(builtin, loop);
    String result = script.name(new Slot.Looped(loop));
    scope.enter(loop);
    Script.Block body = script.block(builtin.span(), () -> body(builtin, result));
    scope.leave();
    script.statement("for (var e : %s) ".formatted(start));
    script.statement(
        body.isExpression()
            ? body.value().text() + "; "
            : "{ " + body.statements() + body.value().text() + "; } ");
    boolean truth =
        switch (builtin.name()) {
          case "any", "all", "none", "one" -> true;
          default -> false;
        };
    return new Code(result, 0, truth, Code.Shape.ATOM);
  }

  private String start(Node.Builtin builtin, int loop) {
    List<Node> arguments = builtin.arguments();
    Optional<Path> path =
        arguments.size() > 2 ? Optional.empty() : paths.whole(arguments.getFirst());
    if (path.isPresent()) {
      return script.name(new Slot.Started(loop, path.get()));
    }
    Code collection = emitter.node(arguments.getFirst());
    Code started = script.call(builtin.span(), Sites.start(loop), List.of(collection));
    return arguments.size() > 2
        ? begun(builtin, loop, script.stored(started)).text()
        : started.text();
  }

  /** What comes after the predicate may use the first element, as the loop has started. */
  private Code begun(Node.Builtin builtin, int loop, Code started) {
    scope.enter(loop);
    Code value = emitter.node(builtin.arguments().get(2));
    scope.leave();
    return script.call(builtin.span(), Sites::begin, List.of(started, value));
  }

  /** One turn of the loop, as a statement without its semicolon. */
  private Code body(Node.Builtin builtin, String result) {
    Node predicate = builtin.arguments().get(1);
    Code value = emitter.node(predicate);
    Optional<Node> map = builtin.tuning().map();
    if (map.isEmpty()) {
      return Code.atom(result + " = " + value.text(), 0);
    }
    Script.Block mapped = script.block(builtin.span(), () -> emitter.node(map.get()));
    return Code.atom(
        "if (%s%s) { %s%s = %s; }"
            .formatted(
                script.mark(predicate.span()),
                value.operand(),
                mapped.statements(),
                result,
                mapped.value().text()),
        0);
  }
}
