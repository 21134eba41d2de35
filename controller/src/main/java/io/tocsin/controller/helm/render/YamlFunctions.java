package io.tocsin.controller.helm.render;

import io.tocsin.controller.helm.yaml.GoYaml;
import io.tocsin.controller.helm.yaml.NumberStyle;
import io.tocsin.controller.helm.yaml.YamlException;
import io.tocsin.templates.functions.DeepCopy;
import io.tocsin.templates.functions.Dict;
import io.tocsin.templates.golang.GoException;
import java.util.List;
import java.util.Map;

/** The functions that write and read YAML. Errors of reading are values, as in Helm. */
final class YamlFunctions {
  private static final String JSON_ERROR = "error unmarshaling JSON: while decoding JSON: ";

  private YamlFunctions() {}

  /** Without the last line break; empty when the value has no YAML form. */
  static String toYaml(Object value) {
    try {
      return chomped(GoYaml.write(value));
    } catch (YamlException e) {
      return "";
    }
  }

  /** With lists indented, and no line broken. */
  static String toYamlPretty(Object value) {
    try {
      return chomped(GoYaml.writePretty(value));
    } catch (YamlException e) {
      return "";
    }
  }

  static String mustToYaml(Object value) {
    try {
      return chomped(GoYaml.write(value));
    } catch (YamlException e) {
      throw new GoException(e.getMessage());
    }
  }

  static Object fromYaml(String text) {
    try {
      return switch (GoYaml.read(text, NumberStyle.FLOAT)) {
        case null -> new Dict();
        case Map<?, ?> map -> DeepCopy.of(map);
        case Object other ->
            error(JSON_ERROR + WrongType.message(other, "map[string]interface {}"));
      };
    } catch (YamlException e) {
      return error("error converting YAML to JSON: yaml: " + e.getMessage());
    }
  }

  static Object fromYamlArray(String text) {
    try {
      return switch (GoYaml.read(text, NumberStyle.FLOAT)) {
        case null -> List.of();
        case List<?> list -> DeepCopy.of(list);
        case Object other -> List.of(JSON_ERROR + WrongType.message(other, "[]interface {}"));
      };
    } catch (YamlException e) {
      return List.of("error converting YAML to JSON: yaml: " + e.getMessage());
    }
  }

  static Map<String, Object> error(String message) {
    Dict error = new Dict();
    error.put("Error", message);
    return error;
  }

  static String chomped(String yaml) {
    return yaml.endsWith("\n") ? yaml.substring(0, yaml.length() - 1) : yaml;
  }
}
