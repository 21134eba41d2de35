package io.tocsin.bench.load.scenario;

/**
 * The triggers that every application is subscribed to.
 *
 * @param firing how many hold when an application turns
 * @param quiet how many are evaluated and never hold
 */
public record Triggers(int firing, int quiet) {
  public Triggers {
    if (firing < 1 || quiet < 0) {
      throw new IllegalArgumentException(
          "triggers: firing must be 1 or more and quiet not negative");
    }
  }
}
