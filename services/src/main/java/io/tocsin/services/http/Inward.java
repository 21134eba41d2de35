package io.tocsin.services.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Addresses of this machine and of what stands right beside it. */
final class Inward {
  /**
   * Where clouds keep their metadata outside the link-local range: AWS (IPv6), Alibaba, Azure's
   * host, Oracle.
   */
  private static final Networks METADATA =
      Networks.parse("fd00:ec2::254,fd20:ce::254,100.100.100.200,168.63.129.16,192.0.0.192");

  private Inward() {}

  static boolean contains(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isAnyLocalAddress()
        || address.isMulticastAddress()
        || (address.getAddress()[0] == 0 && address.getAddress().length == 4)
        || METADATA.contains(address)
        || embedsInward(address.getAddress());
  }

  /** Forms of IPv6 that lead to an IPv4 address (RFC 4291, 6052, 3056). */
  private static boolean embedsInward(byte[] bytes) {
    if (bytes.length == 4) {
      return false;
    }
    boolean translated = bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff;
    boolean compatible = IntStream.range(0, 12).allMatch(index -> bytes[index] == 0);
    boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 2;
    return ((translated || compatible) && contains(v4(bytes, 12)))
        || (sixToFour && contains(v4(bytes, 2)));
  }

  private static InetAddress v4(byte[] bytes, int from) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
