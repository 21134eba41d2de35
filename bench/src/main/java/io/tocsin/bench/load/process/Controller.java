package io.tocsin.bench.load.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** The controller under test: a process, with those that it started. */
public final class Controller implements AutoCloseable {
  private static final Duration READY_LIMIT = Duration.ofMinutes(10);
  private static final Duration ASK_INTERVAL = Duration.ofMillis(20);
  private static final long STOP_SECONDS = 30;

  private final Process process;
  private final URI readyUrl;
  private final Path log;
  private final long started;
  private long peak;

  private Controller(Process process, URI readyUrl, Path log, long started) {
    this.process = process;
    this.readyUrl = readyUrl;
    this.log = log;
    this.started = started;
  }

  /**
   * Starts it; it ends with this process at the latest.
   *
   * @param values of the placeholders; {@code kubeconfig} is the variable KUBECONFIG as well
   * @param log gets what it prints, after what is there already
   */
  public static Controller start(CommandLine command, Map<String, String> values, Path log)
      throws IOException {
    CommandLine filled = command.with(values);
    ProcessBuilder builder =
        new ProcessBuilder(filled.words())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().put("KUBECONFIG", values.get("kubeconfig"));
    long now = System.nanoTime();
    Controller started = new Controller(builder.start(), URI.create(filled.readyUrl()), log, now);
    Runtime.getRuntime().addShutdownHook(new Thread(started::kill));
    return started;
  }

  /**
   * Waits until its URL answers with 200.
   *
   * @return seconds since its start
   * @throws IllegalStateException when it ends instead, or is not ready after ten minutes
   */
  public double awaitReady() throws InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(readyUrl).timeout(Duration.ofSeconds(10)).build();
      while (!answers(client, request)) {
        if (!process.isAlive()) {
          throw new IllegalStateException(
              "The controller ended with %d; %s says why.".formatted(process.exitValue(), log));
        }
        if (System.nanoTime() - started > READY_LIMIT.toNanos()) {
          throw new IllegalStateException("The controller is not ready at " + readyUrl + ".");
        }
        Thread.sleep(ASK_INTERVAL);
      }
      return (System.nanoTime() - started) / 1e9;
    }
  }

  private static boolean answers(HttpClient client, HttpRequest request)
      throws InterruptedException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** A look at it now. */
  public synchronized Sample sample() {
    long resident = processes().map(ProcFiles::resident).sum();
    peak = Math.max(peak, Math.max(resident, processes().map(ProcFiles::peak).max().orElse(0)));
    double cpu = processes().mapToDouble(ProcFiles::cpuSeconds).sum();
    return new Sample(System.nanoTime(), cpu, resident);
  }

  /** The most resident bytes of all looks, and at least what the system says of each process. */
  public synchronized long peak() {
    return peak;
  }

  private LongStream processes() {
    return LongStream.concat(
        LongStream.of(process.pid()), process.descendants().mapToLong(ProcessHandle::pid));
  }

  /** Ends it and what it started at once, as SIGKILL does. */
  public void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Asks it to end, and kills it when it has not after 30 seconds. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }
}
