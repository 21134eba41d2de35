package io.tocsin.templates.functions;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoFunction.Body;
import io.tocsin.templates.golang.GoType;
import java.util.ArrayList;
import java.util.List;

/** The functions of one chapter of Sprig's documentation. */
final class Chapter {
  private final String title;
  private final List<GoFunction> functions = new ArrayList<>();

  Chapter(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  List<GoFunction> functions() {
    return List.copyOf(functions);
  }

  Chapter add(String name, GoType result, Body body, GoType... parameters) {
    functions.add(GoFunction.of(name, result, guarded(body), parameters));
    return this;
  }

  /** The last parameter takes any number of arguments. */
  Chapter variadic(String name, GoType result, Body body, GoType... parameters) {
    functions.add(GoFunction.variadic(name, result, guarded(body), parameters));
    return this;
  }

  /** The function under a second name. */
  Chapter alias(String name, String of) {
    GoFunction function =
        functions.stream().filter(f -> f.name().equals(of)).findFirst().orElseThrow();
    functions.add(
        new GoFunction(
            name, function.parameters(), function.variadic(), function.result(), function.body()));
    return this;
  }

  private static Body guarded(Body body) {
    return arguments -> {
      try {
        Object result = body.call(arguments);
        if (result instanceof String text) {
          Limits.text(text.length());
        }
        return result;
      } catch (ArithmeticException e) {
        throw new GoException("runtime error: integer divide by zero");
      }
    };
  }
}
