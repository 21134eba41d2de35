package io.tocsin.services.awssqs;

import io.tocsin.services.http.Undelivered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a token that the cluster renews in place. */
final class TokenFile {
  private TokenFile() {}

  static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException unreadable) {
      throw Undelivered.rejected("the token file " + file + " cannot be read");
    }
  }
}
