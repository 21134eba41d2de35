package io.tocsin.notifier.config;

import io.tocsin.services.options.Remark;
import java.util.List;
import java.util.stream.Collectors;

/** Why a key of the configuration cannot be used. The message continues a sentence about it. */
public final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Place place;
  private final transient List<Remark> parts;

  public ConfigurationException(String message) {
    this(message, Place.WHOLE);
  }

  public ConfigurationException(String message, Place place) {
    this(message, place, List.of());
  }

  /** Several things at once. */
  ConfigurationException(List<Remark> parts) {
    this(
        parts.stream().map(Remark::sentence).collect(Collectors.joining("; ")), Place.WHOLE, parts);
  }

  private ConfigurationException(String message, Place place, List<Remark> parts) {
    super(message, null, false, false);
    this.place = place;
    this.parts = List.copyOf(parts);
  }

  /** Where in the text. */
  public Place place() {
    return place;
  }

  /** What is wrong, each with its place, where it is more than one thing. */
  List<Remark> parts() {
    return parts;
  }

  /** The same about a value that stands at that path. */
  ConfigurationException in(String path) {
    return new ConfigurationException(getMessage(), place.inside(path), parts);
  }
}
