package io.tocsin.services.http;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Networks in CIDR notation, and single addresses. */
public record Networks(List<Network> list) {
  public static final Networks NONE = new Networks(List.of());

  public Networks {
    list = List.copyOf(list);
  }

  /**
   * One network.
   *
   * @param prefix bits of the address that count
   */
  public record Network(InetAddress address, int prefix) {
    boolean contains(InetAddress other) {
      byte[] mine = address.getAddress();
      byte[] its = other.getAddress();
      int rest = mine.length * 8 - prefix;
      return mine.length == its.length
          && new BigInteger(1, mine)
              .shiftRight(rest)
              .equals(new BigInteger(1, its).shiftRight(rest));
    }
  }

  /**
   * Reads networks and addresses with commas between them.
   *
   * @throws IllegalArgumentException naming the one that is none
   */
  public static Networks parse(String text) {
    return new Networks(
        Arrays.stream(text.split(","))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .map(Networks::network)
            .toList());
  }

  /** Each address for itself. */
  public static Networks of(Collection<InetAddress> addresses) {
    return new Networks(
        addresses.stream().map(one -> new Network(one, one.getAddress().length * 8)).toList());
  }

  public boolean contains(InetAddress address) {
    return list.stream().anyMatch(network -> network.contains(address));
  }

  /** Whether the address stands there alone, not as one of a network. */
  public boolean single(InetAddress address) {
    return list.stream()
        .anyMatch(
            network ->
                network.prefix() == network.address().getAddress().length * 8
                    && network.contains(address));
  }

  private static Network network(String text) {
    String[] parts = text.split("/", 2);
    try {
      InetAddress address = InetAddress.ofLiteral(parts[0]);
      int bits = address.getAddress().length * 8;
      int prefix = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
      if (prefix < 0 || prefix > bits) {
        throw new IllegalArgumentException("its prefix is not from 0 to " + bits);
      }
      return new Network(address, prefix);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is no address or network such as 10.0.0.0/8", e);
    }
  }
}
