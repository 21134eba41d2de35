package io.tocsin.templates.exec;

import java.util.HashSet;
import java.util.Set;

/** Which functions a text calls; gathered while it is compiled. */
final class Usage {
  /** The functions that make no text and hand none on that was not there before. */
  private static final Set<String> TEXTLESS =
      Set.of("and", "or", "not", "eq", "ne", "lt", "le", "gt", "ge", "len");

  private final Set<String> functions = new HashSet<>();

  void calls(String function) {
    functions.add(function);
  }

  boolean callsOneOf(Set<String> names) {
    return functions.stream().anyMatch(names::contains);
  }

  /** Whether only the data and the text itself can be in the output. */
  boolean makesNoText() {
    return TEXTLESS.containsAll(functions);
  }
}
