package io.tocsin.notifier.preview;

import java.util.List;

/** A part of a message. Texts are as the template made them: nothing in them is to be trusted. */
sealed interface Part {
  /** A title. */
  record Heading(String text) implements Part {}

  /** A paragraph or several. */
  record Text(String text, Markup markup) implements Part {}

  /** Names and values. */
  record Facts(List<Fact> facts, Markup markup) implements Part {
    /** One of them. */
    record Fact(String name, String value) {}
  }

  /** A title or button that opens an address. */
  record Link(String title, String address) implements Part {}

  /** A picture, which is not fetched. */
  record Picture(String description) implements Part {}

  /** A line between parts. */
  record Divider() implements Part {}

  /**
   * Parts beside a coloured bar.
   *
   * @param colour as the template says it, such as {@code #18be52}; may be empty or anything
   */
  record Bar(String colour, List<Part> parts) implements Part {}
}
