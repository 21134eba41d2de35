package io.tocsin.templates.functions;

import static io.tocsin.templates.golang.GoType.STRING;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoStrings;
import java.util.Base64;
import java.util.function.Function;

/** Sprig's chapter "Encoding Functions". What cannot be decoded becomes the error's text. */
final class Encodings {
  private Encodings() {}

  static Chapter chapter() {
    return new Chapter("Encoding")
        .add("b64enc", STRING, a -> base64(GoStrings.bytes(Args.text(a, 0))), STRING)
        .add("b64dec", STRING, a -> orError(Base64Text::decode, Args.text(a, 0)), STRING)
        .add("b32enc", STRING, a -> Base32Text.encode(GoStrings.bytes(Args.text(a, 0))), STRING)
        .add("b32dec", STRING, a -> orError(Base32Text::decode, Args.text(a, 0)), STRING);
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String orError(Function<byte[], byte[]> decode, String text) {
    try {
      return GoStrings.of(decode.apply(GoStrings.bytes(text)));
    } catch (GoException e) {
      return e.getMessage();
    }
  }
}
