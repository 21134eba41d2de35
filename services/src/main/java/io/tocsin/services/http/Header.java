package io.tocsin.services.http;

/** A header of a request. */
public record Header(String name, String value) {
  /** Keeps the value, which may be a secret, out of logs. */
  @Override
  public String toString() {
    return name;
  }
}
