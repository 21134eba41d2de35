package io.tocsin.embedded.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.embedded.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest {
  private static final Schema SCHEMA =
      new Schema(
          Json.object(
              """
              {"type":"object","properties":{
                "list":{"type":"array","items":{"type":"object","properties":{
                  "a":{"type":"string"},"size":{"type":"integer","default":1}}}},
                "map":{"type":"object","additionalProperties":{"type":"object",
                  "properties":{"a":{"type":"string"}}}},
                "free":{"type":"object","x-kubernetes-preserve-unknown-fields":true,
                  "properties":{"known":{"type":"object","properties":{}}}},
                "resource":{"type":"object","x-kubernetes-embedded-resource":true},
                "null":{"type":"string","nullable":true,"default":"x"}}}
              """
                  .getBytes(StandardCharsets.UTF_8)));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"null\":null} | {null=null}",
        "{} | {null=x}",
        "{\"null\":\"y\",\"unknown\":1} | {null=y}",
        "{\"null\":\"y\",\"kind\":\"K\",\"metadata\":{\"name\":\"n\"}} | {null=y, kind=K, metadata={name=n}}",
        "{\"null\":\"y\",\"list\":[{\"a\":\"1\",\"b\":2}]} | {null=y, list=[{a=1, size=1}]}",
        "{\"null\":\"y\",\"map\":{\"k\":{\"a\":\"1\",\"b\":2}}} | {null=y, map={k={a=1}}}",
        "{\"null\":\"y\",\"free\":{\"x\":1,\"known\":{\"y\":2}}} | {null=y, free={x=1, known={}}}",
        "{\"null\":\"y\",\"resource\":{\"kind\":\"K\",\"x\":1}} | {null=y, resource={kind=K}}",
      })
  void unknownFieldsGoAndDefaultsCome(String object, String expected) {
    Map<String, Object> normalized = Json.object(object.getBytes(StandardCharsets.UTF_8));
    SCHEMA.normalize(normalized);

    assertThat(normalized).hasToString(expected);
  }
}
