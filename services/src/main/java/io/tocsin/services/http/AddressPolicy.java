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
   * Addresses outside the cluster's node only: no loopback, link-local (where clouds keep their
   * metadata), any-local or multicast address, nor carrier or private ranges.
   */
  AddressPolicy PUBLIC =
      address ->
          !(address.isLoopbackAddress()
              || address.isLinkLocalAddress()
              || address.isAnyLocalAddress()
              || address.isMulticastAddress()
              || address.isSiteLocalAddress()
              || Reserved.contains(address));
}
