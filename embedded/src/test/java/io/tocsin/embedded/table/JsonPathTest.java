package io.tocsin.embedded.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.embedded.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPathTest {
  private static final Map<String, Object> OBJECT =
      Json.object(
          """
          {"metadata":{"labels":{"app.example.com/name":"web"}},"spec":{"replicas":3,"ports":[80,443]},
           "status":{"conditions":[{"type":"Ready","status":"True"},{"type":"Synced","status":"False"}]}}
          """
              .getBytes(StandardCharsets.UTF_8));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        ".spec.replicas | 3",
        ".spec.ports[1] | 443",
        ".spec.ports[*] | 80",
        ".spec.ports[7] | null",
        ".spec.missing.deeper | null",
        ".metadata.labels.app\\.example\\.com/name | web",
        ".metadata.labels['app.example.com/name'] | web",
        ".status.conditions[?(@.type==\"Synced\")].status | False",
        ".status.conditions[?(@.type=='Ready')].status | True",
        ".status.conditions[?(@.type=='Other')].status | null",
        ".spec.ports[-1:] | null",
        "spec | null",
      })
  void aPathFindsItsFirstValue(String path, String expected) {
    assertThat(String.valueOf(JsonPath.parse(path).first(OBJECT))).isEqualTo(expected);
  }
}
