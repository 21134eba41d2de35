package io.tocsin.templates.golang.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.templates.golang.GoException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AsGoTest {
  static Stream<List<String>> formats() {
    return TimeCases.of("format.tsv");
  }

  static Stream<List<String>> parses() {
    return TimeCases.of("parse.tsv");
  }

  static Stream<List<String>> durations() {
    return TimeCases.of("durations.tsv");
  }

  static Stream<List<String>> arithmetic() {
    return TimeCases.of("arithmetic.tsv");
  }

  static Stream<List<String>> dates() {
    return TimeCases.of("dates.tsv");
  }

  private static GoLocation zone(String name) {
    return GoLocation.load(name).orElseThrow();
  }

  private static GoTime time(String zone, String seconds, String nanoseconds) {
    return new GoTime(Long.parseLong(seconds), Integer.parseInt(nanoseconds), zone(zone));
  }

  private static GoDuration duration(String nanoseconds) {
    return new GoDuration(Long.parseLong(nanoseconds));
  }

  private static String orError(Supplier<String> answer) {
    try {
      return answer.get();
    } catch (GoException e) {
      return "error: " + e.getMessage();
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void timesPrintByALayout(List<String> line) {
    GoTime time = time(line.get(0), line.get(1), line.get(2));
    assertThat(time.format(line.get(3))).isEqualTo(line.get(4));
  }

  @ParameterizedTest
  @MethodSource("parses")
  void timesAreReadByALayout(List<String> line) {
    String answer =
        orError(
            () -> {
              GoTime time = GoTime.parse(line.get(1), line.get(2), zone(line.get(0)));
              return time.unix() + " " + time;
            });
    assertThat(answer).isEqualTo(line.get(3));
  }

  @ParameterizedTest
  @MethodSource("durations")
  void durationsAreRead(List<String> line) {
    String answer = orError(() -> Long.toString(GoDuration.parse(line.get(0)).nanoseconds()));
    assertThat(answer).isEqualTo(line.get(1));
  }

  @ParameterizedTest
  @MethodSource("arithmetic")
  void durationsPrintRoundAndTruncate(List<String> line) {
    GoDuration duration = duration(line.get(0));
    GoDuration unit = duration(line.get(1));
    assertThat(duration).hasToString(line.get(2));
    assertThat(duration.round(unit)).isEqualTo(duration(line.get(3)));
    assertThat(duration.truncate(unit)).isEqualTo(duration(line.get(4)));
    assertThat(duration.hours()).isEqualTo(Double.parseDouble(line.get(5)));
    assertThat(duration.minutes()).isEqualTo(Double.parseDouble(line.get(6)));
    assertThat(duration.seconds()).isEqualTo(Double.parseDouble(line.get(7)));
  }

  @ParameterizedTest
  @MethodSource("dates")
  void timesAreAddedTo(List<String> line) {
    GoTime time = time(line.get(0), line.get(1), line.get(2));
    GoDuration unit = duration(line.get(4));
    assertThat(time.add(duration(line.get(3))).unixNano()).isEqualTo(Long.parseLong(line.get(10)));
    GoTime shifted =
        time.addDate(
            Long.parseLong(line.get(5)), Long.parseLong(line.get(6)), Long.parseLong(line.get(7)));
    assertThat(shifted.unix()).isEqualTo(Long.parseLong(line.get(11)));
    assertThat(time.truncate(unit)).hasToString(line.get(12));
    assertThat(time.round(unit)).hasToString(line.get(13));
    GoTime other = time(line.get(0), line.get(8), line.get(9));
    assertThat(time.sub(other)).isEqualTo(duration(line.get(14)));
    assertThat(time.date().ofYear()).isEqualTo(Integer.parseInt(line.get(15)));
  }
}
