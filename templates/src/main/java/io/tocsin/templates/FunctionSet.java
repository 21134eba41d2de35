package io.tocsin.templates;

/** Which functions templates have beside the builtins. */
public enum FunctionSet {
  /** No others, as Go's own library. */
  NONE,
  /** All of Sprig's; {@code env} and {@code expandenv} read the variables of this process. */
  SPRIG,
  /** What Argo CD Notifications offers: Sprig's, less {@code env} and {@code expandenv}. */
  ENGINE,
  /** The same, less what costs much, for people who share this process with others. */
  TENANTS
}
