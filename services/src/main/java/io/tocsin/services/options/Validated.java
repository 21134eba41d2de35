package io.tocsin.services.options;

import java.util.List;
import java.util.Optional;

/**
 * What was made of a definition.
 *
 * @param value absent when there are errors
 * @param errors a sentence each, naming object and key; without secrets
 * @param warnings a sentence each, naming object and key; without secrets
 */
public record Validated<T>(Optional<T> value, List<String> errors, List<String> warnings) {
  public Validated {
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
    if (value.isPresent() != errors.isEmpty()) {
      throw new IllegalArgumentException("either a value or errors");
    }
  }

  public static <T> Validated<T> of(T value, List<String> warnings) {
    return new Validated<>(Optional.of(value), List.of(), warnings);
  }

  public static <T> Validated<T> failed(List<String> errors, List<String> warnings) {
    return new Validated<>(Optional.empty(), errors, warnings);
  }
}
