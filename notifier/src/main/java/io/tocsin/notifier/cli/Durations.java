package io.tocsin.notifier.cli;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.time.GoDuration;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Durations as options give them. */
final class Durations {
  private static final Duration LONGEST = Duration.ofDays(366);

  private Durations() {}

  /**
   * Reads one.
   *
   * @param option that gives it, with its command, such as {@code mute: --for}
   * @throws ParameterException when it is none, nothing, or longer than a year
   */
  static Duration parse(CommandSpec command, String option, String text) {
    try {
      Duration duration = Duration.ofNanos(GoDuration.parse(text).nanoseconds());
      if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
        throw new ParameterException(
            command.commandLine(),
            option + " must be more than nothing and at most a year, not " + text);
      }
      return duration;
    } catch (GoException e) {
      throw new ParameterException(
          command.commandLine(), option + ": '" + text + "' is no duration such as 90s, 30m or 2h");
    }
  }
}
