package io.tocsin.controller.helm.yaml;

import java.util.Comparator;

/** The order of a mapping's keys: numbers in them count as numbers. Rules: go-yaml version 2. */
final class KeyOrder implements Comparator<String> {
  @Override
  public int compare(String left, String right) {
    int[] a = left.codePoints().toArray();
    int[] b = right.codePoints().toArray();
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      if (a[i] != b[i]) {
        return difference(a, b, i);
      }
    }
    return Integer.compare(a.length, b.length);
  }

  private static int difference(int[] a, int[] b, int i) {
    boolean letter = Character.isLetter(a[i]);
    boolean otherLetter = Character.isLetter(b[i]);
    if (letter && otherLetter) {
      return Integer.compare(a[i], b[i]);
    }
    if (letter || otherLetter) {
      return letter ? 1 : -1;
    }
    int end = digits(a, i);
    int otherEnd = digits(b, i);
    long start = (a[i] == '0' || b[i] == '0') && followsDigits(a, i) ? 1 : 0;
    int byValue = Long.compare(value(a, i, end, start), value(b, i, otherEnd, start));
    if (byValue != 0) {
      return byValue;
    }
    return end == otherEnd ? Integer.compare(a[i], b[i]) : Integer.compare(end, otherEnd);
  }

  private static boolean followsDigits(int[] text, int i) {
    for (int j = i - 1; j >= 0 && Character.isDigit(text[j]); j--) {
      if (text[j] != '0') {
        return true;
      }
    }
    return false;
  }

  private static int digits(int[] text, int from) {
    int end = from;
    while (end < text.length && Character.isDigit(text[end])) {
      end++;
    }
    return end;
  }

  private static long value(int[] text, int from, int to, long start) {
    long value = start;
    for (int i = from; i < to; i++) {
      value = value * 10 + text[i] - '0';
    }
    return value;
  }
}
