package io.tocsin.notifier.preview;

import java.util.List;

/** What a receiver shows. */
sealed interface View {
  /**
   * An e-mail.
   *
   * @param html whether the body is HTML
   */
  record Mail(String subject, String body, boolean html) implements View {}

  /** A message of a chat. */
  record Chat(List<Part> parts) implements View {}

  /** A request that nobody shows. */
  record Request(String line, String body) implements View {}

  /** What the template says for a type of service that has no shape of its own here. */
  record Said(String yaml) implements View {}

  /** Nothing, as the template says nothing. */
  record Nothing() implements View {}

  /** Nothing, as it cannot be rendered. */
  record Failed(String reason) implements View {}
}
