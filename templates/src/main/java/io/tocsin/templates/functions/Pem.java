package io.tocsin.templates.functions;

import io.tocsin.templates.golang.GoException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A block of PEM (RFC 7468). */
final class Pem {
  private static final int LINE = 64;
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([^\\n-]*)-----\\s*?\\n([A-Za-z0-9+/=\\s]*?)-----END \\1-----");

  private final String type;
  private final byte[] content;

  private Pem(String type, byte[] content) {
    this.type = type;
    this.content = content;
  }

  /** What stands behind BEGIN, such as {@code CERTIFICATE}. */
  String type() {
    return type;
  }

  byte[] content() {
    return content.clone();
  }

  static String write(String type, byte[] content) {
    Base64.Encoder lines = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(type, new String(lines.encode(content), StandardCharsets.US_ASCII), type);
  }

  /** The first block in a text. */
  static Optional<Pem> find(String text) {
    Matcher block = BLOCK.matcher(text);
    if (!block.find()) {
      return Optional.empty();
    }
    try {
      byte[] content = Base64.getMimeDecoder().decode(block.group(2));
      return Optional.of(new Pem(block.group(1), content));
    } catch (IllegalArgumentException e) {
      throw new GoException("the PEM block is no Base64");
    }
  }
}
