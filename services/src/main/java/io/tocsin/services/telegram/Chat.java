package io.tocsin.services.telegram;

import io.tocsin.services.http.Undelivered;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A chat, as recipients write it: a number, a public name with or without {@code @}, each with a
 * thread after {@code |}.
 *
 * @param id a number or {@code @name}
 * @param thread the thread's number; absent for the chat itself
 */
record Chat(Object id, Optional<Long> thread) {
  private static final Pattern RECIPIENT = Pattern.compile("@?([^|]+?)(?:\\|(\\d+))?");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");

  /**
   * Parses a recipient.
   *
   * @throws Undelivered when it is none
   */
  static Chat parse(String recipient) {
    Matcher matcher = RECIPIENT.matcher(recipient);
    if (!matcher.matches()) {
      throw Undelivered.rejected("telegram has no chat for the recipient " + recipient);
    }
    String name = matcher.group(1);
    Object id = NUMBER.matcher(name).matches() ? Long.valueOf(name) : "@" + name;
    return new Chat(id, Optional.ofNullable(matcher.group(2)).map(Long::valueOf));
  }
}
