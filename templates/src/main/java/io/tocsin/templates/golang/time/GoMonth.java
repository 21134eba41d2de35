package io.tocsin.templates.golang.time;

import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoInt;
import io.tocsin.templates.golang.GoObject;
import io.tocsin.templates.golang.GoType;
import java.util.Optional;

/**
 * Go's {@code time.Month}.
 *
 * @param number 1 for January
 */
public record GoMonth(long number) implements GoObject {
  private static final Methods<GoMonth> METHODS =
      new Methods<GoMonth>("time.Month").add("String", GoType.STRING, (m, none) -> m.toString());

  @Override
  public String typeName() {
    return "time.Month";
  }

  @Override
  public Optional<Object> underlying() {
    return Optional.of(GoInt.of(number));
  }

  @Override
  public Optional<GoFunction> method(String name) {
    return METHODS.find(this, name);
  }

  @Override
  public String toString() {
    return number >= 1 && number <= 12
        ? Names.MONTHS.get((int) number - 1)
        : "%!Month(" + number + ")";
  }
}
