package io.tocsin.notifier.failure;

import static org.awaitility.Awaitility.await;

import io.tocsin.notifier.cli.Main;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code tocsin controller}, or another of its commands, as a process of its own. */
final class Controller implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final Pattern PORT = Pattern.compile("metrics on port (\\d+)");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final Path log;
  private final Path kubeconfig;

  private Controller(Process process, Path log, Path kubeconfig) {
    this.process = process;
    this.log = log;
    this.kubeconfig = kubeconfig;
  }

  /** Starts one with the options of {@code tocsin controller}, and returns at once. */
  static Controller start(String kubeconfig, String namespace, String... options) {
    return start("512m", kubeconfig, namespace, options);
  }

  static Controller start(String heap, String kubeconfig, String namespace, String[] options) {
    return start(heap, "controller", kubeconfig, namespace, options);
  }

  /** {@code tocsin sync-controller}. */
  static Controller syncing(String kubeconfig, String namespace, String... options) {
    return start("512m", "sync-controller", kubeconfig, namespace, options);
  }

  private static Controller start(
      String heap, String name, String kubeconfig, String namespace, String[] options) {
    try {
      Path config = Files.createTempFile("kubeconfig-", ".yaml");
      Files.writeString(config, kubeconfig);
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
      command.add(System.getProperty("java.class.path"));
      command.addAll(List.of(Main.class.getName(), name, "--kubeconfig"));
      command.addAll(List.of(config.toString(), "--namespace", namespace));
      command.addAll(List.of("--metrics-port", "0", "--logformat", "text"));
      command.addAll(Arrays.asList(options));
      Path log = Files.createTempFile("controller-", ".log");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return new Controller(process, log, config);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until it watches all. */
  Controller awaitReady() {
    await()
        .atMost(LIMIT)
        .ignoreExceptions()
        .until(() -> !process.isAlive() || readiness().statusCode() == 200);
    if (!process.isAlive()) {
      throw new IllegalStateException("the controller ended: " + log());
    }
    return this;
  }

  long pid() {
    return process.pid();
  }

  boolean running() {
    return process.isAlive();
  }

  /** What {@code /readyz} says: its status and sentence. */
  HttpResponse<String> readiness() {
    return get("/readyz");
  }

  /** The value of a metric without labels. */
  double metric(String name) {
    Matcher line = Pattern.compile("(?m)^" + name + " (\\S+)$").matcher(metrics());
    return line.find() ? Double.parseDouble(line.group(1)) : Double.NaN;
  }

  /** The sum of a metric over its labels. */
  double sum(String name) {
    Matcher line = Pattern.compile("(?m)^" + name + "(?:\\{[^}]*})? (\\S+)$").matcher(metrics());
    double sum = 0;
    while (line.find()) {
      sum += Double.parseDouble(line.group(1));
    }
    return sum;
  }

  String metrics() {
    return get("/metrics").body();
  }

  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** SIGKILL. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** SIGTERM, and waits for it to end in order. */
  void stop() {
    process.destroy();
    try {
      if (!process.waitFor(40, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    kill();
    http.shutdownNow();
    try {
      Files.delete(kubeconfig);
      Files.delete(log);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> get(String path) {
    String port =
        port().orElseThrow(() -> new IllegalStateException("no port is known yet: " + log()));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(20))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Optional<String> port() {
    Matcher found = PORT.matcher(log());
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
