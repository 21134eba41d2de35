package io.tocsin.templates.functions;

import static io.tocsin.templates.golang.GoType.STRING;

import io.tocsin.templates.golang.GoException;
import java.net.InetAddress;
import java.net.UnknownHostException;
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
      return addresses[random.nextInt(addresses.length)].getHostAddress();
    } catch (UnknownHostException e) {
      throw new GoException("no such host: " + host);
    }
  }
}
