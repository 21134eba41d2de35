package io.tocsin.bench.load.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What is measured of the controller over all its starts. */
public final class Subject implements AutoCloseable {
  private final CommandLine command;
  private final Map<String, String> values;
  private final Path log;
  private Controller controller;
  private Sample last = new Sample(System.nanoTime(), 0, 0);
  private double cpuOfEarlier;
  private long peak;

  /** Starts it for the first time. */
  public Subject(CommandLine command, Map<String, String> values, Path log) throws IOException {
    this.command = command;
    this.values = Map.copyOf(values);
    this.log = log;
    start();
  }

  private void start() throws IOException {
    Map<String, String> all = new TreeMap<>(values);
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      all.put("port", Integer.toString(socket.getLocalPort()));
    }
    controller = Controller.start(command, all, log);
  }

  /** Seconds from its last start until it was ready. */
  public double awaitReady() throws InterruptedException {
    return current().awaitReady();
  }

  /**
   * Ends it as SIGKILL does, and starts it again.
   *
   * @return when it was gone, in {@link System#nanoTime}
   */
  public synchronized long killAndRestart() throws IOException {
    sample();
    controller.kill();
    long gone = System.nanoTime();
    cpuOfEarlier = last.cpuSeconds();
    start();
    return gone;
  }

  /** Processor time of all starts, and the memory of the running one. */
  public synchronized Sample sample() {
    Sample now = controller.sample();
    peak = Math.max(peak, controller.peak());
    last = new Sample(now.time(), cpuOfEarlier + now.cpuSeconds(), now.residentBytes());
    return last;
  }

  public synchronized long peak() {
    return peak;
  }

  /** Fails when the process has ended by itself. */
  public void check() {
    if (!current().isAlive()) {
      throw new IllegalStateException("The controller ended; %s says why.".formatted(log));
    }
  }

  public long pid() {
    return current().pid();
  }

  private synchronized Controller current() {
    return controller;
  }

  @Override
  public void close() {
    current().close();
  }
}
