package io.tocsin.templates.golang.time;

import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoInt;
import io.tocsin.templates.golang.GoObject;
import io.tocsin.templates.golang.GoType;
import java.util.Optional;

/**
 * Go's {@code time.Weekday}.
 *
 * @param number 0 for Sunday
 */
public record GoWeekday(long number) implements GoObject {
  private static final Methods<GoWeekday> METHODS =
      new Methods<GoWeekday>("time.Weekday")
          .add("String", GoType.STRING, (day, none) -> day.toString());

  @Override
  public String typeName() {
    return "time.Weekday";
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
    return number >= 0 && number <= 6 ? Names.DAYS.get((int) number) : "%!Weekday(" + number + ")";
  }
}
