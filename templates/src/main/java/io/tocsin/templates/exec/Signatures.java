package io.tocsin.templates.exec;

import io.tocsin.templates.golang.GoFunction;
import java.util.Optional;

/** How many arguments a function takes. */
final class Signatures {
  private Signatures() {}

  /**
   * What is wrong with a call, in Go's words.
   *
   * @param written how many arguments are written in the call
   * @param count how many there are with that from the pipeline
   */
  static Optional<String> problem(String name, GoFunction function, int written, int count) {
    int declared = function.parameters().size();
    if (function.variadic()) {
      return count >= declared - 1
          ? Optional.empty()
          : Optional.of(
              "wrong number of args for %s: want at least %d got %d"
                  .formatted(name, declared - 1, written));
    }
    return count == declared
        ? Optional.empty()
        : Optional.of(
            "wrong number of args for %s: want %d got %d".formatted(name, declared, count));
  }
}
