package io.tocsin.services.options;

import java.util.List;
import java.util.Optional;

/**
 * What was made of a definition.
 *
 * @param value absent when there are errors
 * @param wrong the errors
 * @param odd the warnings
 */
public record Validated<T>(Optional<T> value, List<Remark> wrong, List<Remark> odd) {
  public Validated {
    wrong = List.copyOf(wrong);
    odd = List.copyOf(odd);
    if (value.isPresent() != wrong.isEmpty()) {
      throw new IllegalArgumentException("either a value or errors");
    }
  }

  public static <T> Validated<T> of(T value, List<Remark> warnings) {
    return new Validated<>(Optional.of(value), List.of(), warnings);
  }

  public static <T> Validated<T> failed(List<Remark> errors, List<Remark> warnings) {
    return new Validated<>(Optional.empty(), errors, warnings);
  }

  /** A sentence each, naming object and key; without secrets. */
  public List<String> errors() {
    return wrong.stream().map(Remark::sentence).toList();
  }

  /** A sentence each, naming object and key; without secrets. */
  public List<String> warnings() {
    return odd.stream().map(Remark::sentence).toList();
  }
}
