package io.tocsin.templates.functions;

import java.math.BigInteger;

/** The precedence of prereleases such as {@code rc.1}. */
final class Prereleases {
  private Prereleases() {}

  static int compare(String left, String right) {
    String[] lefts = left.split("\\.", -1);
    String[] rights = right.split("\\.", -1);
    for (int i = 0; i < Math.max(lefts.length, rights.length); i++) {
      int order = comparePart(i < lefts.length ? lefts[i] : "", i < rights.length ? rights[i] : "");
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Nothing is lowest, then numbers, then texts. */
  private static int comparePart(String left, String right) {
    if (left.equals(right)) {
      return 0;
    }
    if (left.isEmpty() || right.isEmpty()) {
      return left.isEmpty() ? -1 : 1;
    }
    boolean leftNumber = fitsUint64(left);
    boolean rightNumber = fitsUint64(right);
    if (leftNumber && rightNumber) {
      return new BigInteger(left).compareTo(new BigInteger(right)) > 0 ? 1 : -1;
    }
    if (leftNumber || rightNumber) {
      return leftNumber ? -1 : 1;
    }
    return left.compareTo(right) > 0 ? 1 : -1;
  }

  private static boolean fitsUint64(String text) {
    return isNumber(text) && text.length() <= 1_000 && new BigInteger(text).bitLength() <= 64;
  }
}
