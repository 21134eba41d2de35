package io.tocsin.triggers.syntax;

import java.util.Map;
import java.util.Set;

/** The names of Expr's builtin functions. */
public final class Builtins {
  /** How many arguments those that take a predicate have at least and at most. */
  static final Map<String, int[]> WITH_PREDICATE =
      Map.ofEntries(
          Map.entry("all", new int[] {2, 2}),
          Map.entry("none", new int[] {2, 2}),
          Map.entry("any", new int[] {2, 2}),
          Map.entry("one", new int[] {2, 2}),
          Map.entry("filter", new int[] {2, 2}),
          Map.entry("map", new int[] {2, 2}),
          Map.entry("count", new int[] {1, 2}),
          Map.entry("sum", new int[] {1, 2}),
          Map.entry("find", new int[] {2, 2}),
          Map.entry("findIndex", new int[] {2, 2}),
          Map.entry("findLast", new int[] {2, 2}),
          Map.entry("findLastIndex", new int[] {2, 2}),
          Map.entry("groupBy", new int[] {2, 2}),
          Map.entry("sortBy", new int[] {2, 3}),
          Map.entry("reduce", new int[] {2, 3}));

  private static final Set<String> PLAIN =
      Set.of(
          "len",
          "type",
          "abs",
          "ceil",
          "floor",
          "round",
          "int",
          "float",
          "string",
          "trim",
          "trimPrefix",
          "trimSuffix",
          "upper",
          "lower",
          "split",
          "splitAfter",
          "replace",
          "repeat",
          "join",
          "indexOf",
          "lastIndexOf",
          "hasPrefix",
          "hasSuffix",
          "max",
          "min",
          "mean",
          "median",
          "toJSON",
          "fromJSON",
          "toBase64",
          "fromBase64",
          "now",
          "duration",
          "date",
          "timezone",
          "first",
          "last",
          "get",
          "take",
          "keys",
          "values",
          "toPairs",
          "fromPairs",
          "reverse",
          "uniq",
          "concat",
          "flatten",
          "sort",
          "bitand",
          "bitor",
          "bitxor",
          "bitnand",
          "bitshl",
          "bitshr",
          "bitushr",
          "bitnot");

  private Builtins() {}

  /** Whether a call of that name is a call of a builtin. */
  public static boolean contains(String name) {
    return PLAIN.contains(name) || WITH_PREDICATE.containsKey(name);
  }
}
