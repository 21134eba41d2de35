package io.tocsin.controller.helm.render;

import io.tocsin.templates.functions.Dict;
import io.tocsin.templates.functions.Sprig;
import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoFunction.Body;
import io.tocsin.templates.golang.GoType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The functions of charts beside {@code include} and {@code tpl}: Sprig's and Helm's own. No
 * cluster and no name server is asked: {@code lookup} finds nothing, {@code getHostByName} is
 * empty.
 */
final class HelmFunctions {
  private HelmFunctions() {}

  static Map<String, GoFunction> all() {
    Map<String, GoFunction> functions = new HashMap<>(Sprig.functions());
    add(functions, "toYaml", GoType.STRING, a -> YamlFunctions.toYaml(a[0]), GoType.ANY);
    add(
        functions,
        "toYamlPretty",
        GoType.STRING,
        a -> YamlFunctions.toYamlPretty(a[0]),
        GoType.ANY);
    add(functions, "mustToYaml", GoType.STRING, a -> YamlFunctions.mustToYaml(a[0]), GoType.ANY);
    add(functions, "fromYaml", GoType.MAP, a -> YamlFunctions.fromYaml(text(a)), GoType.STRING);
    add(
        functions,
        "fromYamlArray",
        GoType.LIST,
        a -> YamlFunctions.fromYamlArray(text(a)),
        GoType.STRING);
    add(functions, "toToml", GoType.STRING, a -> TomlWriter.write(a[0]), GoType.ANY);
    add(functions, "mustToToml", GoType.STRING, a -> TomlWriter.write(a[0]), GoType.ANY);
    add(functions, "fromToml", GoType.MAP, HelmFunctions::noToml, GoType.STRING);
    json(functions);
    add(functions, "required", GoType.ANY, HelmFunctions::required, GoType.STRING, GoType.ANY);
    GoType[] four = {GoType.STRING, GoType.STRING, GoType.STRING, GoType.STRING};
    add(functions, "lookup", GoType.MAP, _ -> new Dict(), four);
    add(functions, "getHostByName", GoType.STRING, _ -> "", GoType.STRING);
    DurationFunctions.all().forEach(function -> functions.put(function.name(), function));
    return Map.copyOf(functions);
  }

  private static void add(
      Map<String, GoFunction> functions,
      String name,
      GoType result,
      Body body,
      GoType... parameters) {
    functions.put(name, GoFunction.of(name, result, body, parameters));
  }

  private static String text(Object[] arguments) {
    return (String) arguments[0];
  }

  private static void json(Map<String, GoFunction> functions) {
    Body read = functions.get("mustFromJson").body();
    add(functions, "fromJson", GoType.MAP, a -> object(read, a), GoType.STRING);
    add(functions, "fromJsonArray", GoType.LIST, a -> array(read, a), GoType.STRING);
  }

  private static Object object(Body read, Object[] arguments) {
    try {
      return switch (read.call(arguments)) {
        case Map<?, ?> map -> map;
        case null -> new Dict();
        case Object other ->
            YamlFunctions.error(WrongType.message(other, "map[string]interface {}"));
      };
    } catch (GoException e) {
      return YamlFunctions.error(e.getMessage());
    }
  }

  private static Object array(Body read, Object[] arguments) {
    try {
      return switch (read.call(arguments)) {
        case List<?> list -> list;
        case null -> List.of();
        case Object other -> List.of(WrongType.message(other, "[]interface {}"));
      };
    } catch (GoException e) {
      return List.of(e.getMessage());
    }
  }

  private static Object noToml(Object[] arguments) {
    throw new GoException("reading TOML is not supported");
  }

  private static Object required(Object[] arguments) {
    if (arguments[1] == null || arguments[1].equals("")) {
      throw new GoException(text(arguments));
    }
    return arguments[1];
  }
}
