package io.tocsin.services.http;

import java.util.Optional;
import java.util.function.Supplier;

/** A value that is made at its first use, once. Thread-safe. */
final class Lazily<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private volatile T value;

  Lazily(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    T current = value;
    if (current != null) {
      return current;
    }
    synchronized (this) {
      if (value == null) {
        value = maker.get();
      }
      return value;
    }
  }

  /** The value, if it was ever used. */
  Optional<T> made() {
    return Optional.ofNullable(value);
  }
}
