package io.tocsin.services.email;

/** How a connection to a mail server is protected. */
enum Encryption {
  /** From the first byte. */
  TLS,
  /** From STARTTLS on, or not at all. */
  STARTTLS,
  /** From STARTTLS on where the server offers it. */
  OPPORTUNISTIC,
  /** Never. */
  NONE
}
