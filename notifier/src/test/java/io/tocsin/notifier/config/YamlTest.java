package io.tocsin.notifier.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class YamlTest {
  @Test
  void aTextThatLooksLikeANumberIsReadAsATextAgain() {
    Map<String, Object> written =
        Map.of("text", "1", "revision", "1234567", "half", "0.5", "number", 1L);

    assertThat(Yaml.mapping(Yaml.write(written))).isEqualTo(written);
    assertThat(Yaml.write(Map.of("plain", "no quotes"))).isEqualTo("plain: no quotes\n");
  }
}
