package io.tocsin.controller.helm.render;

import java.util.List;
import java.util.Map;

/** The words of Go's JSON for a value that is not of the wanted type. */
final class WrongType {
  private WrongType() {}

  static String message(Object value, String wanted) {
    String kind =
        switch (value) {
          case Map<?, ?> _ -> "object";
          case List<?> _ -> "array";
          case String _ -> "string";
          case Boolean _ -> "bool";
          default -> "number";
        };
    return "json: cannot unmarshal " + kind + " into Go value of type " + wanted;
  }
}
