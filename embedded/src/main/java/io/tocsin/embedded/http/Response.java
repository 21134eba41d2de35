package io.tocsin.embedded.http;

import io.tocsin.embedded.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An answer. */
sealed interface Response {
  /** A body in pieces, of known length. */
  record Whole(int code, String contentType, List<byte[]> pieces) implements Response {
    long length() {
      return pieces.stream().mapToLong(piece -> piece.length).sum();
    }
  }

  /** A body that is written as it comes. */
  record Streamed(String contentType, Writer writer) implements Response {}

  /** Writes a body and returns when there is no more to come. */
  interface Writer {
    void write(OutputStream out) throws IOException, InterruptedException;
  }

  static Response json(int code, byte[] json) {
    return new Whole(code, "application/json", List.of(json));
  }

  static Response json(int code, Object value) {
    return json(code, Json.bytes(value));
  }

  static Response text(int code, String text) {
    return new Whole(
        code, "text/plain; charset=utf-8", List.of(text.getBytes(StandardCharsets.UTF_8)));
  }
}
