package io.tocsin.embedded.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class JsonTest {
  @Test
  void numbersKeepTheirKind() {
    Map<String, Object> object = object("{\"a\":1,\"b\":1.5,\"c\":123456789012345678901}");

    assertThat(object)
        .containsEntry("a", 1L)
        .containsEntry("b", 1.5)
        .containsEntry("c", new BigInteger("123456789012345678901"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"b\":[1,\"x\",null,true,{}],\"a\":{\"ü\":\"\\n\\\"\"}}",
        "[]",
        "\"text\"",
        "12345678901234567890123",
        "0.25",
      })
  void whatIsReadIsWrittenTheSame(String json) {
    byte[] written = Json.bytes(Json.value(json.getBytes(StandardCharsets.UTF_8)));

    assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{} {}", "{\"a\":}", "{\"a\" 1}", "nothing"})
  void whatIsNoObjectIsRefused(String json) {
    assertThatThrownBy(() -> object(json)).isInstanceOf(JacksonException.class);
  }

  private static Map<String, Object> object(String json) {
    return Json.object(json.getBytes(StandardCharsets.UTF_8));
  }
}
