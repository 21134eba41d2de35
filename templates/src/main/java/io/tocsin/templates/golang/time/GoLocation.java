package io.tocsin.templates.golang.time;

import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoObject;
import io.tocsin.templates.golang.GoType;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Go's {@code *time.Location}: a time zone with its abbreviations. */
public final class GoLocation implements GoObject {
  /** Coordinated Universal Time. */
  public static final GoLocation UTC = fixed("UTC", 0);

  /** The time zone of this process. */
  public static final GoLocation LOCAL = of("Local", ZoneId.systemDefault());

  private static final Methods<GoLocation> METHODS =
      new Methods<GoLocation>("time.Location")
          .add("String", GoType.STRING, (location, none) -> location.toString());

  private static final Set<String> NAMES = Set.copyOf(ZoneId.getAvailableZoneIds());
  private static final long DAY = Calendar.SECONDS_PER_DAY;

  private final String name;

  /** Null for a zone with one offset: Java's offsets end at 18 hours, Go's do not. */
  private final ZoneRules rules;

  private final int fixedOffset;
  private final Map<Integer, String> abbreviations;

  private GoLocation(
      String name, ZoneRules rules, int fixedOffset, Map<Integer, String> abbreviations) {
    this.name = name;
    this.rules = rules;
    this.fixedOffset = fixedOffset;
    this.abbreviations = Map.copyOf(abbreviations);
  }

  private static GoLocation of(String name, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    Map<Integer, String> abbreviations = Abbreviations.of(zone.getId());
    return rules.isFixedOffset()
        ? new GoLocation(
            name, null, rules.getOffset(Instant.EPOCH).getTotalSeconds(), abbreviations)
        : new GoLocation(name, rules, 0, abbreviations);
  }

  /**
   * A zone with one offset.
   *
   * @param name its abbreviation; with an empty one the offset is printed
   * @param offset seconds east of Greenwich
   */
  public static GoLocation fixed(String name, int offset) {
    return new GoLocation(name, null, offset, Map.of(offset, name));
  }

  /**
   * The zone of that name in the time zone database; {@code UTC} for an empty name and the zone of
   * this process for {@code Local}, as Go's LoadLocation has it.
   */
  public static Optional<GoLocation> load(String name) {
    if (name.isEmpty() || name.equals("UTC")) {
      return Optional.of(UTC);
    }
    if (name.equals("Local")) {
      return Optional.of(LOCAL);
    }
    return NAMES.contains(name) ? Optional.of(of(name, ZoneId.of(name))) : Optional.empty();
  }

  /** Seconds east of Greenwich at that Unix time. */
  int offsetAt(long unix) {
    return rules == null
        ? fixedOffset
        : rules.getOffset(Instant.ofEpochSecond(unix)).getTotalSeconds();
  }

  boolean isDaylightSavingAt(long unix) {
    return rules != null && rules.isDaylightSavings(Instant.ofEpochSecond(unix));
  }

  /** The abbreviation of the zone at an offset it has; empty when it has none. */
  String abbreviation(int offset) {
    String known = abbreviations.get(offset);
    return known == null ? Abbreviations.numeric(offset) : known;
  }

  /** The offset that an abbreviation means here at about the given local time. */
  OptionalInt offsetOf(String abbreviation, long localSeconds) {
    int[] candidates =
        IntStream.concat(
                abbreviations.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(abbreviation))
                    .mapToInt(Map.Entry::getKey)
                    .sorted(),
                IntStream.of(offsetAt(localSeconds), offsetAt(localSeconds - DAY))
                    .filter(offset -> abbreviation(offset).equals(abbreviation)))
            .toArray();
    for (int offset : candidates) {
      if (offsetAt(localSeconds - offset) == offset) {
        return OptionalInt.of(offset);
      }
    }
    return candidates.length == 0 ? OptionalInt.empty() : OptionalInt.of(candidates[0]);
  }

  @Override
  public String typeName() {
    return "*time.Location";
  }

  @Override
  public Optional<GoFunction> method(String method) {
    return METHODS.find(this, method);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GoLocation that
        && name.equals(that.name)
        && abbreviations.equals(that.abbreviations);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
