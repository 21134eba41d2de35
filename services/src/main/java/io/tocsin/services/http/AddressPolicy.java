package io.tocsin.services.http;

import java.net.InetAddress;

/**
 * Which addresses may be connected to, asked for each address before each connection, whatever name
 * or redirect led there. Thread-safe.
 */
@FunctionalInterface
public interface AddressPolicy {
  /** Whether a connection may be made. */
  boolean allows(InetAddress address);

  /** Any address: for services that an administrator configured. */
  AddressPolicy ANY = _ -> true;

  /**
   * No address of this machine or of what only this machine should reach: no loopback, any-local,
   * multicast or link-local address, and none where a cloud keeps its metadata.
   */
  AddressPolicy BEYOND_THE_NODE = address -> !Inward.contains(address);

  /**
   * The same but for networks that an administrator lists.
   *
   * @param listed allowed whatever they are
   * @param refused never allowed unless an address of its own among {@code listed}
   */
  static AddressPolicy beyondTheNode(Networks listed, Networks refused) {
    return address ->
        listed.single(address)
            || (!refused.contains(address)
                && (listed.contains(address) || BEYOND_THE_NODE.allows(address)));
  }
}
