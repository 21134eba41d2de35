package io.tocsin.notifier.config;

import io.tocsin.notifier.config.Problem.Lacking;
import io.tocsin.services.options.Remark;
import java.util.List;
import java.util.stream.Collectors;

/** Why a key of the configuration cannot be used. The message continues a sentence about it. */
public final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final transient Place place;
  private final transient List<Remark> parts;
  private final Lacking lacking;

  public ConfigurationException(String message) {
    this(message, Place.WHOLE);
  }

  public ConfigurationException(String message, Place place) {
    this(message, message, place, List.of(), Lacking.TEXT);
  }

  /**
   * @param reason the message without the place
   */
  ConfigurationException(String message, String reason, Place place) {
    this(message, reason, place, List.of(), Lacking.TEXT);
  }

  /** Several things at once. */
  ConfigurationException(List<Remark> parts) {
    this(parts, Lacking.TEXT);
  }

  private ConfigurationException(List<Remark> parts, Lacking lacking) {
    this(joined(parts), joined(parts), Place.WHOLE, parts, lacking);
  }

  /** Several references to values that the Secret lacks. */
  static ConfigurationException ofSecret(List<Remark> references) {
    return new ConfigurationException(references, Lacking.SECRET);
  }

  private ConfigurationException(
      String message, String reason, Place place, List<Remark> parts, Lacking lacking) {
    super(message, null, false, false);
    this.reason = reason;
    this.place = place;
    this.parts = List.copyOf(parts);
    this.lacking = lacking;
  }

  /** Where in the text. */
  public Place place() {
    return place;
  }

  /** The message without the place. */
  public String reason() {
    return reason;
  }

  private static String joined(List<Remark> parts) {
    return parts.stream().map(Remark::sentence).collect(Collectors.joining("; "));
  }

  /** What is wrong, each with its place, where it is more than one thing. */
  List<Remark> parts() {
    return parts;
  }

  Lacking lacking() {
    return lacking;
  }

  /** The same about a value that stands at that path. */
  ConfigurationException in(String path) {
    return new ConfigurationException(getMessage(), reason, place.inside(path), parts, lacking);
  }
}
