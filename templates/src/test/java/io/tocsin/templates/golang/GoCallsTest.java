package io.tocsin.templates.golang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GoCallsTest {
  private static final GoFunction REPEAT =
      GoFunction.of(
          "repeat",
          GoType.STRING,
          arguments -> ((String) arguments[1]).repeat(((GoInt) arguments[0]).intValue()),
          GoType.INT,
          GoType.STRING);

  @Test
  void integersAreConverted() {
    assertThat(GoCalls.call(REPEAT, 2L, "ab")).isEqualTo("abab");
  }

  @Test
  void otherTypesAreNot() {
    assertThatThrownBy(() -> GoCalls.call(REPEAT, 2L, 3L))
        .isInstanceOf(GoException.class)
        .hasMessage("arg 1: value has type int64; should be string");
    assertThatThrownBy(() -> GoCalls.call(REPEAT, 2.0, "x"))
        .hasMessage("arg 0: value has type float64; should be int");
    assertThatThrownBy(() -> GoCalls.call(REPEAT, null, "x"))
        .hasMessage("arg 0: value is nil; should be of type int");
  }

  @Test
  void theNumberOfArgumentsIsChecked() {
    assertThatThrownBy(() -> GoCalls.call(REPEAT, 2L))
        .hasMessage("wrong number of args for repeat: got 1 want 2");
  }
}
