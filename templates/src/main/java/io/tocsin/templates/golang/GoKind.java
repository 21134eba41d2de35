package io.tocsin.templates.golang;

/** The families of Go types that behave alike, whatever their width and name. */
public enum GoKind {
  /** Nil without a type. */
  INVALID,
  BOOL,
  INT,
  UINT,
  FLOAT,
  COMPLEX,
  STRING,
  SLICE,
  MAP,
  FUNC,
  STRUCT,
  INTERFACE
}
