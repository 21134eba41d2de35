package io.tocsin.notifier.cli;

import io.tocsin.notifier.records.DeadLetter;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Says what becomes of messages that the controller was asked to send again. */
final class Resending {
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final Map<String, DeadLetter> open = new LinkedHashMap<>();
  private final PrintWriter out;
  private boolean failed;

  Resending(List<DeadLetter> asked, PrintWriter out) {
    asked.forEach(letter -> open.put(letter.id(), letter));
    this.out = out;
  }

  /**
   * Waits until each was told or failed again.
   *
   * @param kept the messages that failed for good, as they are known now
   * @return whether all were told
   */
  boolean await(Supplier<List<DeadLetter>> kept, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    look(kept.get());
    while (!open.isEmpty() && System.nanoTime() < end) {
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
      look(kept.get());
    }
    open.values().forEach(letter -> say(letter, "has not heard of", " again yet"));
    return open.isEmpty() && !failed;
  }

  private void look(List<DeadLetter> kept) {
    Map<String, DeadLetter> now =
        kept.stream().collect(Collectors.toMap(DeadLetter::id, Function.identity()));
    open.values()
        .removeIf(
            letter -> {
              Optional<DeadLetter> left = Optional.ofNullable(now.get(letter.id()));
              if (left.isEmpty()) {
                say(letter, "was told of", "");
              } else if (left.get().resend().isEmpty()) {
                failed = true;
                say(letter, "was not told of", ", again: " + left.get().reason());
              }
              return left.isEmpty() || left.get().resend().isEmpty();
            });
  }

  private void say(DeadLetter letter, String before, String after) {
    out.printf(
        "%s: %s %s %s%s%n", letter.id(), letter.destination(), before, letter.about(), after);
    out.flush();
  }
}
