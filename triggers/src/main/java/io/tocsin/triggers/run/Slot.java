package io.tocsin.triggers.run;

/** What a name of the emitted script stands for. Immutable; what changes is in the {@link Run}. */
@FunctionalInterface
public interface Slot {
  Object get(Run run);

  /** What an assignment in the emitted script does. */
  default void set(Run run, Object value) {
    throw new IllegalStateException("a name that cannot be assigned");
  }

  /** A literal. */
  static Slot constant(Object value) {
    return run -> value;
  }

  /** A variable of the emitted script. */
  record Variable(int index) implements Slot {
    @Override
    public Object get(Run run) {
      return run.variable(index);
    }

    @Override
    public void set(Run run, Object value) {
      run.variable(index, value);
    }
  }

  /** A path; {@code plain} makes a nil of any type nil. */
  record Fetched(Path path, boolean plain) implements Slot {
    @Override
    public Object get(Run run) {
      Object value = path.value(run);
      return plain && Values.isNil(value) ? null : value;
    }
  }

  /** The start of a loop over what a path finds. */
  record Started(int loop, Path path) implements Slot {
    @Override
    public Object get(Run run) {
      return run.start(loop, path.value(run));
    }
  }

  /** Takes what the body of a loop made of an element; read after the loop, the loop's result. */
  record Looped(int loop) implements Slot {
    @Override
    public Object get(Run run) {
      return run.loop(loop).result();
    }

    @Override
    public void set(Run run, Object value) {
      run.loop(loop).accept(value);
    }
  }
}
