package io.tocsin.notifier.preview;

/**
 * A piece of a line.
 *
 * @param address what it opens; empty for all but links
 */
record Span(String text, Look look, String address) {
  /** How it looks. */
  enum Look {
    PLAIN,
    BOLD,
    ITALIC,
    CODE,
    STRUCK,
    LINK
  }

  static Span plain(String text) {
    return new Span(text, Look.PLAIN, "");
  }

  /** Whether following the address does no more than open a page or a mail. */
  boolean opens() {
    return look == Look.LINK && address.matches("(?is)(https?://|mailto:).*");
  }
}
