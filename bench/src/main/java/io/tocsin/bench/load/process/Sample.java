package io.tocsin.bench.load.process;

/**
 * A look at the controller from outside.
 *
 * @param time in {@link System#nanoTime}
 * @param cpuSeconds used since its start, by all its processes
 * @param residentBytes of all its processes
 */
public record Sample(long time, double cpuSeconds, long residentBytes) {}
