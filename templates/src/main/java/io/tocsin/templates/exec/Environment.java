package io.tocsin.templates.exec;

import io.tocsin.templates.MissingKey;
import io.tocsin.templates.golang.GoFunction;
import java.util.Map;

/**
 * What templates are compiled against. Immutable.
 *
 * @param functions which hide builtins of the same name
 */
public record Environment(
    Map<String, GoFunction> functions, Map<String, GoFunction> builtins, MissingKey missingKey) {
  public Environment {
    functions = Map.copyOf(functions);
    builtins = Map.copyOf(builtins);
  }

  public boolean hasFunction(String name) {
    return functions.containsKey(name) || builtins.containsKey(name);
  }
}
