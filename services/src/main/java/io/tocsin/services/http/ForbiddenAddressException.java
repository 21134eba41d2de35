package io.tocsin.services.http;

import java.io.IOException;

/** A connection that the address policy does not allow. */
final class ForbiddenAddressException extends IOException {
  private static final long serialVersionUID = 1L;

  ForbiddenAddressException(String host) {
    super(host + " is an address that this service may not connect to");
  }
}
