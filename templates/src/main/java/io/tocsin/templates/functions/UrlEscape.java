package io.tocsin.templates.functions;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoFormat;
import io.tocsin.templates.golang.GoStrings;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Percent-encoding in the parts of a URL. Rules: Go's net/url. */
enum UrlEscape {
  PATH("$&+,-./:;=@_~"),
  HOST("!\"$&'()*+,-.:;<=>[]_~"),
  /** The zone of an IPv6 address. */
  ZONE("!\"$&'()*+,-.:;<=>[]_~"),
  USER("$&+,-.;=_~"),
  QUERY("-._~"),
  FRAGMENT("!$&()*+,-./:;=?@_~");

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final String plain;

  UrlEscape(String plain) {
    this.plain = plain;
  }

  private boolean isPlain(int c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c < 0x80 && plain.indexOf(c) >= 0);
  }

  String escape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (byte b : GoStrings.bytes(text)) {
      if (isPlain(b & 0xFF)) {
        out.append((char) b);
      } else if (b == ' ' && this == QUERY) {
        out.append('+');
      } else {
        HEX.toHexDigits(out.append('%'), b);
      }
    }
    return out.toString();
  }

  /** Whether a text could be what this part of a URL is encoded as. */
  boolean isEncoded(String text) {
    return text.chars().allMatch(c -> isPlain(c) || "!$&'()*+,;=:@[]%".indexOf(c) >= 0);
  }

  /**
   * @throws GoException when an escape is wrong, or the text has what such a part cannot have
   */
  String unescape(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    byte[] bytes = GoStrings.bytes(text);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '%') {
        out.write(escaped(bytes, i));
        i += 2;
      } else {
        check(bytes[i]);
        out.write(bytes[i]);
      }
    }
    return GoStrings.of(out.toByteArray());
  }

  private int escaped(byte[] bytes, int at) {
    boolean hexadecimal =
        at + 2 < bytes.length
            && HexFormat.isHexDigit(bytes[at + 1])
            && HexFormat.isHexDigit(bytes[at + 2]);
    String sequence = GoStrings.of(bytes, at, Math.min(at + 3, bytes.length));
    if (!hexadecimal) {
      throw invalid(sequence);
    }
    int value = HexFormat.fromHexDigits(sequence, 1, 3);
    boolean percent = sequence.equals("%25");
    boolean badInHost = this == HOST && value < 0x80 && !percent;
    boolean badInZone = this == ZONE && !percent && value != ' ' && !HOST.isPlain(value);
    if (badInHost || badInZone) {
      throw invalid(sequence);
    }
    return value;
  }

  private void check(byte b) {
    if ((this == HOST || this == ZONE) && b >= 0 && !isPlain(b)) {
      throw new GoException(
          GoFormat.printf("invalid character %q in host name", Character.toString(b)));
    }
  }

  private static GoException invalid(String sequence) {
    return new GoException(GoFormat.printf("invalid URL escape %q", sequence));
  }
}
