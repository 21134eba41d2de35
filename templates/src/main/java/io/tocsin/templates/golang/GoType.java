package io.tocsin.templates.golang;

/** The Go types that functions declare. The order has no meaning. */
public enum GoType {
  ANY("interface {}"),
  BOOL("bool"),
  STRING("string"),
  INT("int"),
  INT32("int32"),
  INT64("int64"),
  UINT32("uint32"),
  FLOAT64("float64"),
  BYTES("[]uint8"),
  LIST("[]interface {}"),
  STRINGS("[]string"),
  MAP("map[string]interface {}"),
  STRING_MAP("map[string]string"),
  TIME("time.Time"),
  DURATION("time.Duration"),
  FUNCTION("func"),
  OBJECT("struct");

  private final String go;

  GoType(String go) {
    this.go = go;
  }

  /** The name that Go prints. */
  @Override
  public String toString() {
    return go;
  }
}
