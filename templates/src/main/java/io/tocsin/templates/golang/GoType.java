package io.tocsin.templates.golang;

/** The Go types that functions declare and values have. The order has no meaning. */
public enum GoType {
  ANY("interface {}", GoKind.INTERFACE),
  BOOL("bool", GoKind.BOOL),
  STRING("string", GoKind.STRING),
  INT("int", GoKind.INT),
  INT8("int8", GoKind.INT),
  INT16("int16", GoKind.INT),
  INT32("int32", GoKind.INT),
  INT64("int64", GoKind.INT),
  UINT("uint", GoKind.UINT),
  UINT8("uint8", GoKind.UINT),
  UINT16("uint16", GoKind.UINT),
  UINT32("uint32", GoKind.UINT),
  UINT64("uint64", GoKind.UINT),
  FLOAT64("float64", GoKind.FLOAT),
  COMPLEX128("complex128", GoKind.COMPLEX),
  BYTES("[]uint8", GoKind.SLICE),
  LIST("[]interface {}", GoKind.SLICE),
  LISTS("[][]interface {}", GoKind.SLICE),
  STRINGS("[]string", GoKind.SLICE),
  INTS("[]int", GoKind.SLICE),
  MAP("map[string]interface {}", GoKind.MAP),
  STRING_MAP("map[string]string", GoKind.MAP),
  BYTES_MAP("map[string][]uint8", GoKind.MAP),
  TIME("time.Time", GoKind.STRUCT),
  DURATION("time.Duration", GoKind.INT),
  FUNCTION("func", GoKind.FUNC),
  OBJECT("struct", GoKind.STRUCT);

  private final String go;
  private final GoKind kind;

  GoType(String go, GoKind kind) {
    this.go = go;
    this.kind = kind;
  }

  public GoKind kind() {
    return kind;
  }

  /** Whether nil can be assigned to it. */
  public boolean isNillable() {
    return switch (kind) {
      case SLICE, MAP, FUNC, INTERFACE -> true;
      default -> false;
    };
  }

  /** The name that Go prints. */
  @Override
  public String toString() {
    return go;
  }
}
