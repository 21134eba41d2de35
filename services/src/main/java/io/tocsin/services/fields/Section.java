package io.tocsin.services.fields;

import java.util.Map;
import java.util.Optional;

/**
 * What a template may say for one type of service.
 *
 * @param key the key in the template, such as {@code slack}
 * @param implied what stands for a template that says nothing for the type, where even then the
 *     service must know more than the message
 * @param lint what to warn of
 */
public record Section(String key, Field field, Optional<Map<String, Object>> implied, Lint lint) {
  /** A section that is not there unless a template has it. */
  public static Section of(String key, Field field) {
    return new Section(key, field, Optional.empty(), Lint.NONE);
  }

  /** A section whose defaults hold even where no template has it. */
  public static Section implied(String key, Field field, Map<String, Object> definition) {
    return new Section(key, field, Optional.of(definition), Lint.NONE);
  }

  /** The same with something to warn of. */
  public Section warning(Lint of) {
    return new Section(key, field, implied, of);
  }
}
