package io.tocsin.templates.functions;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.templates.golang.GoException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No call exhausts the memory or runs for long, whatever it is asked for. */
class BoundsTest {
  private static final long HUGE = 1_000_000_000_000L;
  private static final String LONG = "a".repeat(1_000_000);

  /** A call that asks for too much; it does not print its arguments, which may be endless. */
  record Excess(String name, Supplier<Object[]> arguments) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Excess> tooMuch() {
    return Stream.of(
        new Excess("repeat", () -> new Object[] {HUGE, "x"}),
        new Excess("repeat", () -> new Object[] {Long.MAX_VALUE, "xyz"}),
        new Excess("indent", () -> new Object[] {HUGE, "x"}),
        new Excess("nindent", () -> new Object[] {100_000, "\n".repeat(1000)}),
        new Excess("replace", () -> new Object[] {"", LONG, LONG}),
        new Excess("replace", () -> new Object[] {"a", LONG, LONG}),
        new Excess("regexReplaceAll", () -> new Object[] {"a", LONG, LONG}),
        new Excess("wrapWith", () -> new Object[] {1, LONG, LONG}),
        new Excess("join", () -> new Object[] {",", List.of(LONG, LONG)}),
        new Excess("cat", () -> new Object[] {LONG, LONG}),
        new Excess("quote", () -> new Object[] {LONG, LONG}),
        new Excess("b64enc", () -> new Object[] {LONG}),
        new Excess("mustToJson", () -> new Object[] {List.of(LONG, LONG)}),
        new Excess("mustToPrettyJson", () -> new Object[] {doubled(30)}),
        new Excess("until", () -> new Object[] {HUGE}),
        new Excess("until", () -> new Object[] {Long.MIN_VALUE}),
        new Excess("untilStep", () -> new Object[] {Long.MIN_VALUE, Long.MAX_VALUE, 1}),
        new Excess("seq", () -> new Object[] {HUGE}),
        new Excess("randAlphaNum", () -> new Object[] {HUGE}),
        new Excess("randAscii", () -> new Object[] {HUGE}),
        new Excess("randBytes", () -> new Object[] {HUGE}),
        new Excess("deepCopy", () -> new Object[] {doubled(40)}),
        new Excess("deepEqual", () -> new Object[] {doubled(40), doubled(40)}),
        new Excess("merge", () -> new Object[] {itself(), itself()}),
        new Excess("deepCopy", () -> new Object[] {itself()}));
  }

  /** A list of two lists that are the same list of two lists, and so on. */
  private static Object doubled(int times) {
    Object list = List.of();
    for (int i = 0; i < times; i++) {
      list = List.of(list, list);
    }
    return list;
  }

  private static Map<String, Object> itself() {
    Dict dict = new Dict();
    dict.put("self", dict);
    return dict;
  }

  @ParameterizedTest
  @MethodSource("tooMuch")
  void whatIsTooMuchIsRefused(Excess excess) {
    assertThatThrownBy(() -> Call.function(excess.name, excess.arguments.get()))
        .isInstanceOf(GoException.class)
        .hasMessageMatching(".*(longer|more|deeper) than \\d+ .*");
  }
}
