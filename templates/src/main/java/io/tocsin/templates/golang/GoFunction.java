package io.tocsin.templates.golang;

import java.util.List;

/**
 * A function that templates and conditions can call. Immutable and thread-safe.
 *
 * @param name the name that errors give it, such as {@code trunc} or {@code Time.Format}
 * @param parameters the Go types of the parameters
 * @param variadic whether the last parameter takes any number of arguments, none included
 * @param result the Go type it returns, or {@link GoType#ANY}
 */
public record GoFunction(
    String name, List<GoType> parameters, boolean variadic, GoType result, Body body) {

  /** What a function does. */
  @FunctionalInterface
  public interface Body {
    /**
     * @param arguments as many as the signature allows, each of its declared type, variadic ones
     *     not gathered; not to be changed
     * @throws GoException with the message that Go's function returns as its error
     */
    Object call(Object[] arguments);
  }

  public GoFunction {
    parameters = List.copyOf(parameters);
    if (variadic && parameters.isEmpty()) {
      throw new IllegalArgumentException(name + " is variadic and has no parameter");
    }
  }

  public static GoFunction of(String name, GoType result, Body body, GoType... parameters) {
    return new GoFunction(name, List.of(parameters), false, result, body);
  }

  public static GoFunction variadic(String name, GoType result, Body body, GoType... parameters) {
    return new GoFunction(name, List.of(parameters), true, result, body);
  }
}
