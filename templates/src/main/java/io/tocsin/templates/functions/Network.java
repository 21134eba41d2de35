package io.tocsin.templates.functions;

import static io.tocsin.templates.golang.GoType.STRING;

import io.tocsin.templates.golang.GoException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/** Sprig's chapter "Network Functions". */
final class Network {
  private Network() {}

  static Chapter chapter(RandomGenerator random) {
    return new Chapter("Network")
        .add("getHostByName", STRING, a -> address(Args.text(a, 0), random), STRING);
  }

  /** One of the host's addresses, whichever. */
  private static String address(String host, RandomGenerator random) {
    try {
      InetAddress[] addresses = InetAddress.getAllByName(host);
      return text(addresses[random.nextInt(addresses.length)].getAddress());
    } catch (UnknownHostException e) {
      throw new GoException("no such host: " + host);
    }
  }

  /** In the short form of RFC 5952. */
  private static String text(byte[] address) {
    if (address.length == 4) {
      return "%d.%d.%d.%d"
          .formatted(address[0] & 0xFF, address[1] & 0xFF, address[2] & 0xFF, address[3] & 0xFF);
    }
    ByteBuffer groups = ByteBuffer.wrap(address);
    StringBuilder text = new StringBuilder();
    while (groups.hasRemaining()) {
      text.append(text.isEmpty() ? "" : ":")
          .append(Integer.toHexString(groups.getShort() & 0xFFFF));
    }
    String zeros = longestZeros(text.toString());
    return zeros.isEmpty() ? text.toString() : shortened(text.toString(), zeros);
  }

  private static String longestZeros(String address) {
    for (int count = 8; count > 1; count--) {
      String zeros = "0" + ":0".repeat(count - 1);
      if ((":" + address + ":").contains(":" + zeros + ":")) {
        return zeros;
      }
    }
    return "";
  }

  private static String shortened(String address, String zeros) {
    String framed = ":" + address + ":";
    int at = framed.indexOf(":" + zeros + ":");
    String before = at == 0 ? "" : framed.substring(1, at);
    String after = framed.substring(at + zeros.length() + 2);
    return before + "::" + (after.isEmpty() ? "" : after.substring(0, after.length() - 1));
  }
}
