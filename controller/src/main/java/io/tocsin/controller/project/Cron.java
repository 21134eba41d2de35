package io.tocsin.controller.project;

import io.tocsin.controller.application.InvalidSpecException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A schedule of five fields: minute, hour, day of the month, month, day of the week (0 is Sunday).
 * Fields are lists of {@code *}, numbers, names, ranges and steps. When both kinds of day are
 * given, either is enough.
 */
public final class Cron {
  private static final int YEARS_AHEAD = 5;
  private static final Map<String, Integer> MONTHS =
      names(1, "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Map<String, Integer> DAYS =
      names(0, "sun", "mon", "tue", "wed", "thu", "fri", "sat");

  private final Field minutes;
  private final Field hours;
  private final Field daysOfMonth;
  private final Field months;
  private final Field daysOfWeek;

  private Cron(List<Field> fields) {
    minutes = fields.get(0);
    hours = fields.get(1);
    daysOfMonth = fields.get(2);
    months = fields.get(3);
    daysOfWeek = fields.get(4);
  }

  /**
   * Reads a schedule.
   *
   * @throws InvalidSpecException with one sentence
   */
  public static Cron parse(String text) {
    String[] parts = text.strip().split("\\s+");
    if (parts.length != 5) {
      throw new InvalidSpecException(
          "cannot parse schedule '%s': it has %d fields, not 5"
              .formatted(text, text.isBlank() ? 0 : parts.length));
    }
    try {
      return new Cron(
          List.of(
              Field.parse(parts[0], 0, 59, Map.of()),
              Field.parse(parts[1], 0, 23, Map.of()),
              Field.parse(parts[2], 1, 31, Map.of()),
              Field.parse(parts[3], 1, 12, MONTHS),
              Field.parse(parts[4], 0, 6, DAYS)));
    } catch (IllegalArgumentException e) {
      throw new InvalidSpecException(
          "cannot parse schedule '%s': %s".formatted(text, e.getMessage()));
    }
  }

  /** The first time of the schedule after the given one; absent when there is none for years. */
  public Optional<LocalDateTime> after(LocalDateTime time) {
    LocalDateTime from = time.withSecond(0).withNano(0).plusMinutes(1);
    LocalDate last = from.toLocalDate().plusYears(YEARS_AHEAD);
    for (LocalDate day = from.toLocalDate(); day.isBefore(last); day = day.plusDays(1)) {
      if (fits(day)) {
        LocalTime start = day.equals(from.toLocalDate()) ? from.toLocalTime() : LocalTime.MIDNIGHT;
        Optional<LocalTime> found = firstFrom(start);
        if (found.isPresent()) {
          return Optional.of(day.atTime(found.get()));
        }
      }
    }
    return Optional.empty();
  }

  private boolean fits(LocalDate day) {
    if (!months.bits.get(day.getMonthValue())) {
      return false;
    }
    boolean ofMonth = daysOfMonth.bits.get(day.getDayOfMonth());
    boolean ofWeek = daysOfWeek.bits.get(day.getDayOfWeek().getValue() % 7);
    boolean both = daysOfMonth.any || daysOfWeek.any;
    return both ? (ofMonth && ofWeek) : (ofMonth || ofWeek);
  }

  private Optional<LocalTime> firstFrom(LocalTime start) {
    int hour = hours.bits.nextSetBit(start.getHour());
    if (hour < 0) {
      return Optional.empty();
    }
    int minute = minutes.bits.nextSetBit(hour == start.getHour() ? start.getMinute() : 0);
    if (minute < 0) {
      hour = hours.bits.nextSetBit(hour + 1);
      minute = minutes.bits.nextSetBit(0);
    }
    return hour < 0 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
  }

  private static Map<String, Integer> names(int first, String... names) {
    return IntStream.range(0, names.length)
        .boxed()
        .collect(Collectors.toMap(i -> names[i], i -> i + first));
  }

  /** The values that fit, and whether that was written as {@code *}. */
  private record Field(BitSet bits, boolean any) {
    static Field parse(String text, int min, int max, Map<String, Integer> names) {
      BitSet bits = new BitSet();
      boolean any = false;
      for (String part : text.split(",", -1)) {
        String[] step = part.split("/", -1);
        if (step.length > 2) {
          throw new IllegalArgumentException("too many slashes in '" + part + "'");
        }
        boolean all = step[0].equals("*") || step[0].equals("?");
        String[] range = all ? new String[] {} : step[0].split("-", -1);
        int from = all ? min : value(range[0], names);
        int to =
            all || (range.length == 1 && step.length == 2) ? max : value(end(range, part), names);
        int by = step.length == 2 ? value(step[1], Map.of()) : 1;
        if (from < min || to > max || from > to || by < 1) {
          throw new IllegalArgumentException(
              "'%s' is not within %d and %d".formatted(part, min, max));
        }
        any |= all && by == 1;
        for (int i = from; i <= to; i += by) {
          bits.set(i);
        }
      }
      return new Field(bits, any);
    }

    private static String end(String[] range, String part) {
      if (range.length > 2) {
        throw new IllegalArgumentException("too many hyphens in '" + part + "'");
      }
      return range[range.length - 1];
    }

    private static int value(String text, Map<String, Integer> names) {
      Integer named = names.get(text.toLowerCase(Locale.ROOT));
      if (named != null) {
        return named;
      }
      if (!text.matches("\\d{1,4}")) {
        throw new IllegalArgumentException("'" + text + "' is no number");
      }
      return Integer.parseInt(text);
    }
  }
}
