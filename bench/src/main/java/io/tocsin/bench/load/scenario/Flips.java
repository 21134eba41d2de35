package io.tocsin.bench.load.scenario;

/**
 * How applications turn into the state that is told of.
 *
 * @param count how many times an application turns, all together, one after the other in their
 *     order; negative: each once
 * @param perSecond the rate; 0: as fast as the API server takes them
 * @param parallel how many patches are under way at a time, 1 or more
 */
public record Flips(int count, double perSecond, int parallel) {
  public Flips {
    if (parallel < 1) {
      throw new IllegalArgumentException("flips: parallel must be 1 or more, not " + parallel);
    }
    if (perSecond < 0) {
      throw new IllegalArgumentException("flips: perSecond must not be negative");
    }
  }

  /** How many turns these are with that many applications. */
  public int turns(int applications) {
    return count < 0 ? applications : count;
  }
}
