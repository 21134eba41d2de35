package io.tocsin.notifier.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PromQlTest {
  @Test
  void allThatAQueryNamesIsFound() {
    PromQl.Named named =
        PromQl.named(
            """
            histogram_quantile(0.95, sum by (le, service) (rate(a_bucket{x="b{", y=~"$c"}[5m])))
              / on (server) group_left sum(d) > 1e3 or absent(e == 1) and f:g offset 5m
            """);

    assertThat(named.metrics())
        .isEqualTo(
            Map.of("a_bucket", Set.of("x", "y"), "d", Set.of(), "e", Set.of(), "f:g", Set.of()));
    assertThat(named.grouped()).containsExactly("le", "server", "service");
  }

  @Test
  void aVariablesQueryNamesAMetricAndALabel() {
    assertThat(PromQl.labelValues("label_values(a{x=\"1\"}, b)"))
        .contains(new PromQl.Named(Map.of("a", Set.of("x")), Set.of("b")));
  }
}
