package io.tocsin.services.http;

import java.net.InetAddress;
import java.util.stream.IntStream;

/** Ranges that are not public and that {@link InetAddress} does not tell (RFC 6890). */
final class Reserved {
  private Reserved() {}

  static boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == 4 ? v4(bytes, 0) : v6(bytes);
  }

  private static boolean v4(byte[] bytes, int from) {
    int first = bytes[from] & 0xff;
    int second = bytes[from + 1] & 0xff;
    return first == 0
        || first == 10
        || first == 127
        || first >= 240
        || (first == 100 && (second & 0xc0) == 64)
        || (first == 169 && second == 254)
        || (first == 172 && (second & 0xf0) == 16)
        || (first == 192 && second == 168)
        || (first == 198 && (second & 0xfe) == 18);
  }

  private static boolean v6(byte[] bytes) {
    boolean uniqueLocal = (bytes[0] & 0xfe) == 0xfc;
    boolean translated = bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff;
    boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 2;
    return uniqueLocal
        || ((translated || compatible(bytes)) && v4(bytes, 12))
        || (sixToFour && v4(bytes, 2));
  }

  /** The old form {@code ::192.0.2.1} of an IPv4 address. */
  private static boolean compatible(byte[] bytes) {
    return IntStream.range(0, 12).allMatch(index -> bytes[index] == 0);
  }
}
