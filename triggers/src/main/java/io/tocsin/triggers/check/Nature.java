package io.tocsin.triggers.check;

import java.util.Arrays;

/**
 * What is known of a value before there is one.
 *
 * @param element of a list; null where nothing is known
 */
public record Nature(Kind kind, Nature element) {
  /** The kinds of values. Variables are of an unknown kind. */
  public enum Kind {
    /** Nothing is known. */
    UNKNOWN("unknown"),
    /** Declared to be of any type, which is as good as unknown but for assignments to it. */
    ANY("interface {}"),
    NIL("nil"),
    BOOL("bool"),
    INT("int"),
    INT64("int64"),
    UINT8("uint8"),
    FLOAT("float64"),
    STRING("string"),
    BYTES("[]uint8"),
    LIST("[]interface {}"),
    STRINGS("[]string"),
    MAP("map[string]interface {}"),
    ANY_MAP("map[interface {}]interface {}"),
    GROUPS("map[interface {}][]interface {}"),
    TIME("time.Time"),
    DURATION("time.Duration"),
    MONTH("time.Month"),
    WEEKDAY("time.Weekday"),
    LOCATION("*time.Location"),
    FUNCTION("func");

    private final String go;

    Kind(String go) {
      this.go = go;
    }
  }

  public static final Nature UNKNOWN = new Nature(Kind.UNKNOWN, null);
  static final Nature ANY = new Nature(Kind.ANY, null);
  static final Nature NIL = new Nature(Kind.NIL, null);
  static final Nature BOOL = new Nature(Kind.BOOL, null);
  public static final Nature INT = new Nature(Kind.INT, null);
  static final Nature UINT8 = new Nature(Kind.UINT8, null);
  static final Nature FLOAT = new Nature(Kind.FLOAT, null);
  static final Nature STRING = new Nature(Kind.STRING, null);
  static final Nature BYTES = new Nature(Kind.BYTES, null);
  static final Nature LIST = new Nature(Kind.LIST, ANY);
  static final Nature STRINGS = new Nature(Kind.STRINGS, STRING);
  static final Nature MAP = new Nature(Kind.MAP, null);
  static final Nature TIME = new Nature(Kind.TIME, null);
  static final Nature DURATION = new Nature(Kind.DURATION, null);
  static final Nature FUNCTION = new Nature(Kind.FUNCTION, null);

  static Nature of(Kind kind) {
    return kind == Kind.LIST ? LIST : new Nature(kind, null);
  }

  static Nature listOf(Nature element) {
    return new Nature(Kind.LIST, element);
  }

  public boolean is(Kind wanted) {
    return kind == wanted;
  }

  boolean isAny(Kind... wanted) {
    return Arrays.asList(wanted).contains(kind);
  }

  boolean isUnknown() {
    return kind == Kind.UNKNOWN || kind == Kind.ANY;
  }

  boolean isNil() {
    return kind == Kind.NIL;
  }

  boolean isInteger() {
    return isAny(Kind.INT, Kind.INT64, Kind.UINT8);
  }

  boolean isNumber() {
    return isInteger() || kind == Kind.FLOAT;
  }

  /** Whether Go's reflection calls it a number, whatever the name of its type. */
  boolean isNumeric() {
    return isNumber() || isAny(Kind.DURATION, Kind.MONTH, Kind.WEEKDAY);
  }

  boolean isList() {
    return isAny(Kind.LIST, Kind.STRINGS, Kind.BYTES);
  }

  boolean isMap() {
    return isAny(Kind.MAP, Kind.ANY_MAP, Kind.GROUPS);
  }

  /** What the elements of a list or the values of a map are. */
  Nature elements() {
    return switch (kind) {
      case LIST, STRINGS -> element;
      case BYTES -> UINT8;
      case GROUPS -> LIST;
      case MAP, ANY_MAP -> ANY;
      default -> UNKNOWN;
    };
  }

  /** Whether such a value can be the key of such a map. */
  boolean isKeyOf(Nature map) {
    return map.kind == Kind.MAP ? kind == Kind.STRING : !isUnknown();
  }

  /** Whether Go lets it be assigned to a variable of the other, known, type. */
  boolean isAssignableTo(Nature other) {
    if (other.kind == Kind.ANY) {
      return kind != Kind.UNKNOWN;
    }
    if (isNil()) {
      return other.isList() || other.isMap() || other.isAny(Kind.FUNCTION, Kind.LOCATION);
    }
    return !isUnknown() && kind == other.kind;
  }

  boolean isComparableTo(Nature other) {
    return isUnknown()
        || other.isUnknown()
        || isNil()
        || other.isNil()
        || (isNumber() && other.isNumber())
        || (isList() && other.isList())
        || isAssignableTo(other);
  }

  /** Whether one or both are unknown, and what is known is of one of those kinds. */
  boolean mayGoWith(Nature other, Kind... kinds) {
    return (isUnknown() && other.isUnknown())
        || (isUnknown() && other.isAny(kinds))
        || (other.isUnknown() && isAny(kinds));
  }

  @Override
  public String toString() {
    return kind.go;
  }
}
