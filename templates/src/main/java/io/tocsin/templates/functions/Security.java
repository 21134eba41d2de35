package io.tocsin.templates.functions;

import java.security.SecureRandom;
import java.time.Clock;

/** Sprig's chapter "Cryptographic and Security Functions". */
final class Security {
  private Security() {}

  static Chapter chapter(SecureRandom random, Clock clock) {
    Chapter chapter = new Chapter("Cryptography and security");
    Digests.addTo(chapter);
    Passwords.addTo(chapter, random);
    Aes.addTo(chapter, random);
    Certificates.addTo(chapter, random, clock);
    return chapter;
  }
}
