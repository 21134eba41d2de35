package io.tocsin.services.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The hosts that are reached directly: names with all below them, {@code .names} below only,
 * addresses, networks, each with a port or without, or {@code *}; loopback always.
 */
final class NoProxy {
  private static final byte[] LOOPBACK = {127, 0, 0, 0};
  private static final byte[] LOOPBACK_V6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

  private final List<String> entries;

  private NoProxy(List<String> entries) {
    this.entries = entries;
  }

  static NoProxy parse(String text) {
    return new NoProxy(
        Arrays.stream(text.toLowerCase(Locale.ROOT).split(","))
            .map(String::strip)
            .filter(entry -> !entry.isEmpty())
            .toList());
  }

  boolean covers(String hostInUrl, int port) {
    String host = hostInUrl.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
    Optional<byte[]> address = literal(host);
    return host.equals("localhost")
        || address.filter(NoProxy::loopback).isPresent()
        || entries.stream().anyMatch(entry -> matches(entry, host, port, address));
  }

  private static boolean matches(String entry, String host, int port, Optional<byte[]> address) {
    if (entry.equals("*")) {
      return true;
    }
    Optional<Predicate<byte[]>> network = network(entry);
    if (network.isPresent()) {
      return address.filter(network.get()).isPresent();
    }
    String name = entry;
    int colon = entry.lastIndexOf(':');
    if (colon > 0 && entry.indexOf(':') == colon) {
      if (!entry.substring(colon + 1).equals(String.valueOf(port))) {
        return false;
      }
      name = entry.substring(0, colon);
    }
    String bare = name.startsWith("*.") ? name.substring(1) : name;
    return bare.startsWith(".")
        ? host.endsWith(bare)
        : host.equals(bare) || host.endsWith("." + bare);
  }

  private static Optional<Predicate<byte[]>> network(String entry) {
    int slash = entry.indexOf('/');
    if (slash < 0) {
      return literal(entry).map(bytes -> inside(bytes, bytes.length * 8));
    }
    String bits = entry.substring(slash + 1);
    return literal(entry.substring(0, slash))
        .filter(bytes -> bits.matches("\\d{1,3}") && Integer.parseInt(bits) <= bytes.length * 8)
        .map(bytes -> inside(bytes, Integer.parseInt(bits)));
  }

  private static Optional<byte[]> literal(String host) {
    try {
      return Optional.of(InetAddress.ofLiteral(host).getAddress());
    } catch (IllegalArgumentException name) {
      return Optional.empty();
    }
  }

  private static boolean loopback(byte[] address) {
    return inside(LOOPBACK, 8).test(address) || Arrays.equals(address, LOOPBACK_V6);
  }

  private static Predicate<byte[]> inside(byte[] network, int bits) {
    return address ->
        address.length == network.length
            && IntStream.range(0, bits).allMatch(bit -> bit(address, bit) == bit(network, bit));
  }

  private static int bit(byte[] bytes, int index) {
    return (bytes[index / 8] >> (7 - index % 8)) & 1;
  }
}
