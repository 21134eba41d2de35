package io.tocsin.templates.builtins;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.templates.golang.GoCalls;
import io.tocsin.templates.golang.GoFunction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessVariablesTest {
  private final List<GoFunction> functions =
      new ProcessVariables(Map.of("NAME", "value", "A_1", "x")).functions();

  @ParameterizedTest
  @CsvSource({
    "$NAME, value",
    "<${NAME}$A_1->, '<valuex->'",
    "$MISSING., .",
    "a$, a$",
    "a$ b, a$ b",
    "${}b, b",
    "${NAME, NAME",
    "$1$NAME, value",
  })
  void expandenvReplacesReferences(String text, String expanded) {
    assertThat(GoCalls.call(functions.getLast(), text)).isEqualTo(expanded);
  }

  @ParameterizedTest
  @CsvSource({"NAME, value", "MISSING, ''"})
  void envReadsAVariable(String name, String value) {
    assertThat(GoCalls.call(functions.getFirst(), name)).isEqualTo(value);
  }
}
