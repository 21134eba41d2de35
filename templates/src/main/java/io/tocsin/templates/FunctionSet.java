package io.tocsin.templates;

/** Which functions templates have beside the builtins. */
public enum FunctionSet {
  /** No others, as Go's own library. */
  NONE,
  /** Sprig's, less those that read the environment of this process. */
  SPRIG,
  /** What Argo CD Notifications offers, which is the same. */
  ENGINE
}
