package io.tocsin.templates.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CallerDataTest {
  private final Map<String, Object> inner = Map.of("x", 1L);
  private final Map<String, Object> data = Map.of("a", 1L, "inner", inner);

  private static Map<?, ?> sorted(Object map) {
    return new TreeMap<>(Args.map(map));
  }

  @Test
  void whatAFunctionChangesOfTheCallersIsACopy() {
    assertThat(sorted(Call.function("set", data, "b", 2L))).hasToString("{a=1, b=2, inner={x=1}}");
    assertThat(sorted(Call.function("unset", data, "a"))).hasToString("{inner={x=1}}");
    Object merged = Call.function("mergeOverwrite", data, Map.of("inner", Map.of("x", 2L)));
    assertThat(sorted(merged)).hasToString("{a=1, inner={x=2}}");
    assertThat(data).isEqualTo(Map.of("a", 1L, "inner", Map.of("x", 1L)));
  }

  @Test
  void aMapThatATemplateMadeIsChangedInPlace() {
    Object dict = Call.function("dict", "a", 1L);
    assertThat(Call.function("set", dict, "b", 2L)).isSameAs(dict);
    assertThat(Call.function("merge", dict, data)).isSameAs(dict);
    assertThat(Call.function("get", dict, "inner")).isSameAs(inner);
    Call.function("merge", dict, Map.of("inner", Map.of("y", 3L)));
    assertThat(sorted(Call.function("get", dict, "inner"))).hasToString("{x=1, y=3}");
    assertThat(inner).isEqualTo(Map.of("x", 1L));
  }

  @Test
  void aDeepCopyCanBeChangedEverywhere() {
    Map<?, ?> copy = (Map<?, ?>) DeepCopy.of(Map.of("list", List.of(inner)));
    Object element = ((List<?>) copy.get("list")).getFirst();
    Call.function("set", element, "x", 9L);
    assertThat(copy).hasToString("{list=[{x=9}]}");
    assertThat(inner).isEqualTo(Map.of("x", 1L));
  }
}
