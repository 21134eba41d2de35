package io.tocsin.templates.golang.time;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The methods of a Go type, by name. */
final class Methods<T> {
  /** What a method does with its receiver. */
  @FunctionalInterface
  interface Body<T> {
    Object call(T receiver, Object[] arguments);
  }

  private record Method<T>(
      String name, List<GoType> parameters, GoType result, Body<? super T> body) {
    GoFunction bind(T receiver) {
      return new GoFunction(
          name, parameters, false, result, arguments -> body.call(receiver, arguments));
    }
  }

  private final String type;
  private final Map<String, Method<T>> methods = new HashMap<>();

  /**
   * @param type the Go type, which begins the names of the methods in errors
   */
  Methods(String type) {
    this.type = type;
  }

  Methods<T> add(String name, GoType result, Body<? super T> body, GoType... parameters) {
    methods.put(name, new Method<>(type + "." + name, List.of(parameters), result, body));
    return this;
  }

  /** A method that returns several values, which Go's templates refuse to call. */
  Methods<T> several(String name, int results) {
    String message = "function %s has %d return values; should be 1 or 2".formatted(name, results);
    return add(
        name,
        GoType.ANY,
        (receiver, arguments) -> {
          throw new GoException(message);
        });
  }

  Optional<GoFunction> find(T receiver, String name) {
    Method<T> method = methods.get(name);
    return method == null ? Optional.empty() : Optional.of(method.bind(receiver));
  }
}
