package io.tocsin.triggers.syntax;

import java.util.Set;

/** Finds out whether an expression reads the time. */
public final class Clock {
  /** What {@code time} has that stays the same. Anything else may be the clock. */
  private static final Set<String> STILL =
      Set.of(
          "Parse",
          "Nanosecond",
          "Microsecond",
          "Millisecond",
          "Second",
          "Minute",
          "Hour",
          "Layout",
          "ANSIC",
          "UnixDate",
          "RubyDate",
          "RFC822",
          "RFC822Z",
          "RFC850",
          "RFC1123",
          "RFC1123Z",
          "RFC3339",
          "RFC3339Nano",
          "Kitchen",
          "Stamp",
          "StampMilli",
          "StampMicro",
          "StampNano");

  private Clock() {}

  /** Whether the value may change with the time alone. */
  public static boolean isReadBy(Node node) {
    return switch (node) {
      case Node.Builtin builtin when builtin.name().equals("now") -> true;
      case Node.Identifier identifier ->
          identifier.name().equals("time") || identifier.name().equals("$env");
      case Node.Member member when isStill(member) -> false;
      default -> Children.of(node).stream().anyMatch(Clock::isReadBy);
    };
  }

  private static boolean isStill(Node.Member member) {
    if (!(member.target() instanceof Node.Identifier root)
        || !(member.property() instanceof Node.Text name)) {
      return false;
    }
    return root.name().equals("time")
        ? STILL.contains(name.value())
        : root.name().equals("$env") && !name.value().equals("time");
  }
}
