package io.tocsin.notifier.config;

/** A number of things in words. */
public final class Counted {
  private Counted() {}

  /** {@code 1 message}, {@code 2 messages}. */
  public static String of(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
