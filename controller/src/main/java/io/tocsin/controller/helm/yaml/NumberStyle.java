package io.tocsin.controller.helm.yaml;

import java.math.BigInteger;

/** Which Java type a number becomes. */
public enum NumberStyle {
  /** All are {@link Double}, as the values of a chart are in Helm. */
  FLOAT {
    @Override
    Object whole(BigInteger value) {
      return value.doubleValue();
    }
  },
  /**
   * Whole ones that fit are {@link Long}, others {@link Double}, as Kubernetes' objects have them.
   */
  KUBERNETES {
    @Override
    Object whole(BigInteger value) {
      return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value.doubleValue();
    }
  };

  abstract Object whole(BigInteger value);
}
