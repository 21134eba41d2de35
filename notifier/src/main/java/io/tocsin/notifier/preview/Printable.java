package io.tocsin.notifier.preview;

import java.util.regex.Pattern;

/** Makes text harmless to look at: nothing in it steers a terminal or turns lines round. */
final class Printable {
  private static final Pattern STEERING =
      Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202a-\\u202e\\u2066-\\u2069]");

  private Printable() {}

  static String of(String text) {
    return STEERING.matcher(text.replace("\r\n", "\n")).replaceAll("\ufffd");
  }
}
