package io.tocsin.controller.webhook;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.KubeObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/** A server with the handler, to which vendors' requests are sent. */
final class Sent implements AutoCloseable {
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<KubeObject> applications = Collections.synchronizedList(new ArrayList<>());
  private final List<String> refreshed = Collections.synchronizedList(new ArrayList<>());
  private final List<String> forgotten = Collections.synchronizedList(new ArrayList<>());
  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final WebhookMetrics metrics = new WebhookMetrics(registry);
  private final CountDownLatch blocked;
  private final WebhookEvents events;

  private Sent(
      Optional<WebhookSecrets> secrets,
      int capacity,
      WebhookSettings settings,
      CountDownLatch blocked) {
    this.blocked = blocked;
    events =
        new WebhookEvents(
            capacity,
            this::asked,
            forgotten::add,
            key -> refreshed.add(key.toString()),
            () -> settings,
            metrics);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/api/webhook", new WebhookHandler(() -> secrets, () -> 1, events, metrics));
    server.start();
  }

  static Sent to(Map<String, String> secrets) {
    return to(secrets, WebhookSettings.DEFAULT);
  }

  static Sent to(Map<String, String> secrets, WebhookSettings settings) {
    return new Sent(known(secrets), WebhookEvents.CAPACITY, settings, new CountDownLatch(0));
  }

  /** One that has not read the secrets yet. */
  static Sent early() {
    return new Sent(
        Optional.empty(), WebhookEvents.CAPACITY, WebhookSettings.DEFAULT, new CountDownLatch(0));
  }

  private static Optional<WebhookSecrets> known(Map<String, String> secrets) {
    return Optional.of(WebhookSecrets.of(new KubeObject(Map.of("stringData", secrets))));
  }

  /** One whose worker waits until this is closed. */
  static Sent blocked(int capacity) {
    return new Sent(known(Map.of()), capacity, WebhookSettings.DEFAULT, new CountDownLatch(1));
  }

  private Stream<KubeObject> asked() {
    try {
      blocked.await();
      return List.copyOf(applications).stream();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Stream.of();
    }
  }

  @SuppressWarnings("unchecked")
  Sent application(String name, String json) {
    Object spec = JsonMapper.shared().readValue(json, Object.class);
    applications.add(
        new KubeObject(
            Map.of(
                "metadata",
                Map.of("name", name, "namespace", "argocd"),
                "spec",
                (Map<String, Object>) KubeObjects.numbers(spec))));
    return this;
  }

  /** The status of the answer, and its text. */
  String post(String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  String send(HttpRequest.Builder request) {
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/webhook");
    try {
      HttpResponse<String> answer =
          client.send(request.uri(uri).build(), HttpResponse.BodyHandlers.ofString());
      return (answer.statusCode() + " " + answer.body()).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  List<String> refreshed() {
    return List.copyOf(refreshed);
  }

  /** The value of a counter. */
  double count(String name, String... tags) {
    return registry.get(name).tags(tags).counter().count();
  }

  List<String> forgotten() {
    return List.copyOf(forgotten);
  }

  static String hmac(String algorithm, String secret, String body) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    blocked.countDown();
    server.stop(0);
    events.close();
    client.close();
  }
}
