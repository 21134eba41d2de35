package io.tocsin.triggers.run;

import io.tocsin.templates.golang.GoInt;
import io.tocsin.templates.golang.GoStrings;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** A builtin with a predicate at work: the emitted script iterates it and assigns to it. */
public abstract class Loop implements Iterator<Object> {
  private final Run run;
  private final Object collection;
  private final int length;
  private final boolean backwards;
  private int index;
  private boolean done;

  Loop(Run run, Object collection) {
    this(run, collection, false);
  }

  Loop(Run run, Object collection, boolean backwards) {
    this.run = run;
    this.collection =
        collection instanceof String text
            ? Lists.orNull(GoStrings.bytes(text))
            : collection instanceof byte[] bytes ? Lists.orNull(bytes) : collection;
    this.length = Lists.length(this.collection);
    this.backwards = backwards;
    this.index = backwards ? length : -1;
  }

  @Override
  public final boolean hasNext() {
    return !done && (backwards ? index > 0 : index + 1 < length);
  }

  /** Moves on. The element itself is found by {@link #element}, as no predicate may need it. */
  @Override
  public final Object next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    run.budget().step();
    index += backwards ? -1 : 1;
    return null;
  }

  /** What {@code #} is: before the first turn, the first element already. */
  public final Object element() {
    return Lists.element(collection, Math.max(index, 0));
  }

  /** What {@code #index} is. */
  public final Object index() {
    return GoInt.of(Math.max(index, 0));
  }

  /** What {@code #acc} is. */
  public Object accumulated() {
    return null;
  }

  /** Takes the value that comes after the predicate: where to begin, how to sort. */
  void begin(Object value) {
    throw new IllegalStateException("a loop without an argument");
  }

  /** Takes the predicate's value for the element. */
  abstract void accept(Object value);

  /** What the builtin returns. To be asked once, after the loop. */
  abstract Object result();

  final int length() {
    return length;
  }

  final void skip() {
    index++;
  }

  final void stop() {
    done = true;
  }

  final void grow(long elements) {
    run.budget().grow(elements);
  }
}
