package io.tocsin.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoFiguresTest {
  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("go.jsonl"), text);
  }

  @Test
  void readsALineForEachInput() throws IOException {
    Path file =
        file(
            """
            {"bytes_per_op":296,"case":"condition-any.expr","ns_per_op":1753.5}
            {"case":"message.tmpl","ns_per_op":2500}
            """);
    assertThat(GoFigures.read(file))
        .containsOnlyKeys("condition-any.expr", "message.tmpl")
        .containsEntry("condition-any.expr", 1753.5);
  }

  @Test
  void saysWhichLineIsNone() {
    assertThatThrownBy(() -> GoFigures.read(file("{\"case\":\"x.tmpl\"}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ns_per_op");
  }
}
