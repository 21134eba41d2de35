package io.tocsin.triggers.emit;

import io.tocsin.templates.golang.GoInt;
import io.tocsin.triggers.run.Path;
import io.tocsin.triggers.run.Run;
import io.tocsin.triggers.syntax.Node;
import io.tocsin.triggers.syntax.SyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the paths in a tree: members with constant names, from a variable on. */
final class PathEmitter {
  private final Scope scope;
  private final boolean whole;

  /**
   * @param whole whether members belong to paths; otherwise a path is a variable alone
   */
  PathEmitter(Scope scope, boolean whole) {
    this.scope = scope;
    this.whole = whole;
  }

  private record Draft(Path.Root root, List<Path.Step> steps) {}

  /** The path that the node is, if it is one. */
  Optional<Path> path(Node node) {
    return draft(node).map(draft -> new Path(draft.root(), draft.steps()));
  }

  /** The same, where paths are whole. */
  Optional<Path> whole(Node node) {
    return whole ? path(node) : Optional.empty();
  }

  private Optional<Draft> draft(Node node) {
    return switch (node) {
      case Node.Identifier identifier -> root(variable(identifier.name()));
      case Node.Pointer pointer -> root(pointer(pointer.name()));
      case Node.Member member when whole -> member(member);
      case Node.Chain chain when whole -> draft(chain.node()).map(PathEmitter::closed);
      default -> Optional.empty();
    };
  }

  private static Optional<Draft> root(Path.Root root) {
    return Optional.of(new Draft(root, new ArrayList<>()));
  }

  private Path.Root variable(String name) {
    return scope
        .variable(name)
        .<Path.Root>map(variable -> run -> run.variable(variable.index()))
        .orElseGet(
            () -> name.equals("$env") ? Run::environment : run -> run.environment().get(name));
  }

  private Path.Root pointer(String name) {
    int loop = scope.loop();
    return switch (name) {
      case "index" -> run -> run.loop(loop).index();
      case "acc" -> run -> run.loop(loop).accumulated();
      case "" -> run -> run.loop(loop).element();
      default -> throw new SyntaxException("there is no #" + name, 0);
    };
  }

  private Optional<Draft> member(Node.Member member) {
    Optional<Object> key = key(member.property());
    if (key.isEmpty()) {
      return Optional.empty();
    }
    Optional<Draft> target = draft(member.target());
    target.ifPresent(
        draft ->
            draft
                .steps()
                .add(new Path.Step(key.get(), member.optional(), -1, false, member.span())));
    return target;
  }

  /** The constant that a property is, if it is one. */
  static Optional<Object> key(Node property) {
    return switch (property) {
      case Node.Text text -> Optional.of(text.value());
      case Node.Int number -> Optional.of(GoInt.of(number.value()));
      default -> Optional.empty();
    };
  }

  private static Draft closed(Draft draft) {
    int size = draft.steps().size();
    List<Path.Step> steps = new ArrayList<>(size);
    for (Path.Step step : draft.steps()) {
      int end = step.optional() && step.end() < 0 ? size : step.end();
      boolean closes = step.closes() || steps.size() == size - 1;
      steps.add(new Path.Step(step.key(), step.optional(), end, closes, step.span()));
    }
    return new Draft(draft.root(), steps);
  }
}
