package io.tocsin.notifier.deploy;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.cli.Main;
import io.tocsin.notifier.config.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The one container of a Deployment as a process, with its arguments and environment. */
record Pod(Process process, Path output, int metricsPort, HttpClient http)
    implements AutoCloseable {
  static Pod start(
      KubeObject deployment, List<String> further, Map<String, String> environment, Path folder) {
    Container container =
        Serialization.unmarshal(Yaml.compact(deployment.content()), Deployment.class)
            .getSpec()
            .getTemplate()
            .getSpec()
            .getContainers()
            .getFirst();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    container.getArgs().stream()
        .map(arg -> arg.replaceFirst("=/var/cache", "=" + folder))
        .forEach(command::add);
    command.addAll(further);
    try {
      int port = free();
      command.addAll(List.of("--metrics-port", String.valueOf(port)));
      if (container.getPorts().stream().anyMatch(each -> each.getName().equals("webhook"))) {
        command.addAll(List.of("--webhook-port", "0"));
      }
      Path log = Files.createTempFile(folder, "pod-", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      for (EnvVar variable : container.getEnv()) {
        builder.environment().put(variable.getName(), variable.getValue());
      }
      builder.environment().put("HOME", folder.toString());
      builder.environment().putAll(environment);
      Process process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return new Pod(process, log, port, HttpClient.newHttpClient());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  boolean ready() {
    if (!process.isAlive()) {
      throw new IllegalStateException("the process ended: " + log());
    }
    try {
      return get("/readyz").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private HttpResponse<String> get(String path) throws IOException {
    URI uri = URI.create("http://127.0.0.1:" + metricsPort + path);
    try {
      return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  String log() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As kubelet stops it; false when it took longer. */
  boolean stop(long seconds) {
    process.destroy();
    try {
      return process.waitFor(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
    http.shutdownNow();
  }
}
