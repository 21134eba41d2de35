package io.tocsin.controller.health.lua;

/** What is left of a run's limits. Belongs to the thread of the run. */
final class Budget {
  /** The budget of the run that this thread is in; strings' methods are shared by all runs. */
  static final ScopedValue<Budget> CURRENT = ScopedValue.newInstance();

  private static final int CLOCK_INTERVAL = 256;

  private final LuaLimits limits;
  private final long deadline;
  private long instructions;
  private long allocated;
  private long nextLook;
  private int depth;

  Budget(LuaLimits limits) {
    this.limits = limits;
    this.deadline = System.nanoTime() + limits.time().toNanos();
  }

  static Budget current() {
    return CURRENT.get();
  }

  /** Takes so many steps, each about as long as an instruction. */
  void step(long count) {
    instructions += count;
    if (instructions > limits.instructions()) {
      throw new Exhausted("the script takes more than %d steps".formatted(limits.instructions()));
    }
    if (instructions >= nextLook) {
      nextLook = instructions + CLOCK_INTERVAL;
      if (System.nanoTime() - deadline > 0) {
        throw new Exhausted("the script takes longer than " + limits.time().toMillis() + " ms");
      }
    }
  }

  /** Asks for a string of so many bytes. */
  void text(long bytes) {
    grow(0, bytes);
  }

  /** Asks for so many bytes more of a string that has some already. */
  void grow(long before, long bytes) {
    if (before + bytes > limits.text()) {
      throw new Exhausted(
          "the script makes a string of more than %d bytes".formatted(limits.text()));
    }
    allocate(bytes);
    step(1 + bytes / 64);
  }

  /** Asks for a list of so many elements. */
  void list(long elements) {
    if (elements > limits.instructions()) {
      throw new Exhausted("the script makes too long a list");
    }
    step(elements);
    allocate(elements * 8);
  }

  private void allocate(long bytes) {
    allocated += bytes;
    if (allocated > limits.allocation()) {
      throw new Exhausted(
          "the script uses more than %d bytes of memory".formatted(limits.allocation()));
    }
  }

  void enter() {
    if (++depth > limits.depth()) {
      throw new Exhausted("the script calls more than %d functions deep".formatted(limits.depth()));
    }
  }

  void leave() {
    depth--;
  }

  /** Passes through {@code pcall}, which catches exceptions alone. */
  static final class Exhausted extends Error {
    Exhausted(String message) {
      super(message, null, false, false);
    }
  }
}
