package io.tocsin.templates.functions;

import static io.tocsin.templates.golang.GoType.INT;
import static io.tocsin.templates.golang.GoType.INTS;
import static io.tocsin.templates.golang.GoType.STRING;

import io.tocsin.templates.golang.GoInt;
import io.tocsin.templates.golang.GoType;
import io.tocsin.templates.golang.GoTyped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Sprig's chapter "Integer Slice Functions". */
final class IntegerLists {
  private IntegerLists() {}

  static Chapter chapter() {
    return new Chapter("Integer lists")
        .add(
            "until",
            INTS,
            a -> typed(range(0, Args.integer(a, 0), Args.integer(a, 0) < 0 ? -1 : 1)),
            INT)
        .add(
            "untilStep",
            INTS,
            a -> typed(range(Args.integer(a, 0), Args.integer(a, 1), Args.integer(a, 2))),
            INT,
            INT,
            INT)
        .variadic("seq", STRING, IntegerLists::sequence, INT);
  }

  private static Object typed(List<GoInt> numbers) {
    return GoTyped.list(GoType.INTS, numbers);
  }

  /** From {@code start} up to, not including, {@code stop}; empty when the step leads away. */
  private static List<GoInt> range(long start, long stop, long step) {
    boolean down = stop < start;
    if (down ? step >= 0 : step <= 0) {
      return List.of();
    }
    // Unsigned, as the distance may need all 64 bits.
    long distance = down ? start - stop : stop - start;
    long width = Math.abs(step);
    Limits.elements(Long.divideUnsigned(distance, width) >>> 1);
    long count = Long.divideUnsigned(distance, width);
    count += Long.remainderUnsigned(distance, width) == 0 ? 0 : 1;
    Limits.elements(count);
    List<GoInt> numbers = new ArrayList<>((int) count);
    for (long i = 0; i < count; i++) {
      numbers.add(GoInt.of(start + i * step));
    }
    return numbers;
  }

  /** As the command seq: an end, a start and an end, or a start, a step and an end. */
  private static String sequence(Object[] arguments) {
    return switch (arguments.length) {
      case 1 -> sequence(1, Args.integer(arguments, 0));
      case 2 -> sequence(Args.integer(arguments, 0), Args.integer(arguments, 1));
      case 3 -> {
        long start = Args.integer(arguments, 0);
        long step = Args.integer(arguments, 1);
        long end = Args.integer(arguments, 2);
        boolean down = end < start;
        yield down && step > 0 ? "" : text(range(start, end + (down ? -1 : 1), step));
      }
      default -> "";
    };
  }

  private static String sequence(long start, long end) {
    int step = end < start ? -1 : 1;
    return text(range(start, end + step, step));
  }

  private static String text(List<GoInt> numbers) {
    return numbers.stream().map(GoInt::toString).collect(Collectors.joining(" "));
  }
}
