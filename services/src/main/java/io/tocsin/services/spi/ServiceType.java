package io.tocsin.services.spi;

import io.tocsin.services.NotificationService;
import io.tocsin.services.fields.Section;
import io.tocsin.services.options.Validated;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A type of service, such as {@code slack}. Immutable and thread-safe. */
public interface ServiceType {
  /**
   * The type as a configuration names it: {@code service.<type>} or {@code service.<type>.<name>}.
   */
  String name();

  /** What a template may say for it beyond {@code message}; absent for nothing. */
  default Optional<Section> section() {
    return Optional.empty();
  }

  /** Whether a service of the type looks at that key of a template. */
  default boolean reads(String key) {
    return section().map(section -> section.key().equals(key)).orElse(false);
  }

  /** What it can, for the overview in the documentation. */
  Set<Feature> features();

  /**
   * Makes a service.
   *
   * @param name the service's name: the type's where the configuration gives none
   * @param options what its YAML says, secrets filled in
   */
  Validated<NotificationService> create(
      String name, Map<String, Object> options, ServiceContext context);

  /** The key of the configuration that a service stands under. */
  default String configurationKey(String service) {
    return service.equals(name()) ? "service." + name() : "service." + name() + "." + service;
  }
}
