package io.tocsin.services;

/**
 * Where a notification goes.
 *
 * @param service the name of a configured service
 * @param recipient who, in the service's own terms; empty where the service has but one
 */
public record Destination(String service, String recipient) implements Comparable<Destination> {
  @Override
  public int compareTo(Destination other) {
    int byService = service.compareTo(other.service);
    return byService != 0 ? byService : recipient.compareTo(other.recipient);
  }

  @Override
  public String toString() {
    return recipient.isEmpty() ? service : service + ":" + recipient;
  }
}
