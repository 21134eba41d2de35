package io.tocsin.services.robots;

import io.tocsin.services.Destination;
import io.tocsin.services.http.Undelivered;
import io.tocsin.services.options.Options;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The robots of a service: one that is meant without a recipient, and others that recipients name.
 */
public final class Robots<R> {
  private final Optional<R> main;
  private final Map<String, R> named;

  private Robots(Optional<R> main, Map<String, R> named) {
    this.main = main;
    this.named = Map.copyOf(named);
  }

  /**
   * Reads a robot from the options themselves and others from the map {@code robots}.
   *
   * @param reader reads one; absent where its address is missing
   */
  public static <R> Robots<R> read(Options options, Function<Options, Optional<R>> reader) {
    Optional<R> main = reader.apply(options);
    Map<String, R> named = new LinkedHashMap<>();
    Map<String, Options> inner = options.namedObjects("robots");
    inner.forEach(
        (name, robot) ->
            reader
                .apply(robot)
                .ifPresentOrElse(
                    found -> named.put(name, found), () -> robot.error("url", "is missing")));
    if (main.isEmpty() && inner.isEmpty()) {
      options.error("url", "is missing");
    }
    return new Robots<>(main, named);
  }

  /** The robot that a destination means, if there is one. */
  public Optional<R> find(Destination destination) {
    String name = destination.recipient();
    return name.isEmpty() ? main : Optional.ofNullable(named.get(name));
  }

  /**
   * The robot that a destination means.
   *
   * @throws Undelivered when there is none
   */
  public R of(Destination destination) {
    return find(destination)
        .orElseThrow(
            () ->
                Undelivered.rejected(
                    destination.service()
                        + " has no robot named "
                        + (destination.recipient().isEmpty()
                            ? "by an empty recipient"
                            : destination.recipient())));
  }
}
