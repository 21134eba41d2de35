package io.tocsin.bench.load.receiver;

/**
 * What a receiver has seen.
 *
 * @param limited requests answered with 429
 * @param failed requests answered with 500
 * @param mostInFlight the most requests that it had at one time; of a receiver that hangs, also
 *     those that nobody waits for any longer
 */
public record Traffic(long requests, long limited, long failed, int mostInFlight) {}
