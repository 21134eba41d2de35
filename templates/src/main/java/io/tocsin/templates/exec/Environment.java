package io.tocsin.templates.exec;

import io.tocsin.templates.Limits;
import io.tocsin.templates.MissingKey;
import io.tocsin.templates.golang.GoFunction;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What templates are compiled against. Immutable.
 *
 * @param functions which hide builtins of the same name
 * @param changing the names of functions that change the data they are given
 * @param copy makes data that such functions may change
 */
public record Environment(
    Map<String, GoFunction> functions,
    Map<String, GoFunction> builtins,
    Set<String> changing,
    UnaryOperator<Object> copy,
    MissingKey missingKey,
    Limits limits) {
  public Environment {
    functions = Map.copyOf(functions);
    builtins = Map.copyOf(builtins);
    changing = Set.copyOf(changing);
  }

  public boolean hasFunction(String name) {
    return functions.containsKey(name) || builtins.containsKey(name);
  }
}
