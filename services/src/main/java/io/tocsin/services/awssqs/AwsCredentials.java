package io.tocsin.services.awssqs;

import java.time.Instant;
import java.util.Optional;

/**
 * What requests are signed with.
 *
 * @param token goes with credentials that expire
 */
record AwsCredentials(
    String key, String secret, Optional<String> token, Optional<Instant> expires) {
  /** Where credentials come from; asked for each request. */
  @FunctionalInterface
  interface Source {
    /**
     * The credentials of now.
     *
     * @throws io.tocsin.services.http.Undelivered when there are none
     */
    AwsCredentials get();
  }

  static Source fixed(String key, String secret) {
    AwsCredentials fixed = new AwsCredentials(key, secret, Optional.empty(), Optional.empty());
    return () -> fixed;
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "AWS credentials";
  }
}
