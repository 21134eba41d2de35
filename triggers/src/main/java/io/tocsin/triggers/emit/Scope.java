package io.tocsin.triggers.emit;

import io.tocsin.triggers.run.Slot;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The variables of {@code let} and the loops around the node that is being emitted. */
final class Scope {
  private final Map<String, Slot.Variable> variables = new HashMap<>();
  private final Deque<Integer> loops = new ArrayDeque<>();

  Optional<Slot.Variable> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  /** Names a variable; the name is free again after {@link #undeclare}. */
  void declare(String name, Slot.Variable variable) {
    variables.put(name, variable);
  }

  void undeclare(String name) {
    variables.remove(name);
  }

  void enter(int loop) {
    loops.push(loop);
  }

  void leave() {
    loops.pop();
  }

  /** The innermost loop. */
  int loop() {
    return loops.element();
  }
}
