package io.tocsin.bench.load.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.bench.load.ledger.Ledger;
import io.tocsin.bench.load.ledger.Message;
import io.tocsin.bench.load.scenario.ReceiverGroup;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReceiverTest {
  private static final Duration NONE = Duration.ZERO;

  private final Ledger ledger = new Ledger();
  private final HttpClient client = HttpClient.newHttpClient();
  private Receiver receiver;

  private void listen(ReceiverGroup behaviour) throws IOException {
    receiver = new Receiver("r07", behaviour, ledger);
    ledger.expect(new Message("r07", "app-00001", "fires-0", "abc"), System.nanoTime());
  }

  private HttpRequest message() {
    return HttpRequest.newBuilder(receiver.uri())
        .timeout(Duration.ofMillis(1_500))
        .POST(
            HttpRequest.BodyPublishers.ofString(
                """
                {"application":"app-00001","trigger":"fires-0","revision":"abc","text":"x"}"""))
        .build();
  }

  private HttpResponse<String> send() throws IOException, InterruptedException {
    return client.send(message(), HttpResponse.BodyHandlers.ofString());
  }

  @AfterEach
  void close() {
    client.shutdownNow();
    receiver.close();
  }

  @Test
  void takesAMessageAfterItsLatency() throws Exception {
    listen(new ReceiverGroup(1, Duration.ofMillis(120), 0, 0, NONE, false));
    long start = System.nanoTime();
    assertThat(send().statusCode()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(119));
    assertThat(ledger.received()).isEqualTo(1);
  }

  @Test
  void countsHowManyAreUnderWay() throws Exception {
    listen(new ReceiverGroup(1, Duration.ofMillis(400), 0, 0, NONE, false));
    List<CompletableFuture<HttpResponse<Void>>> three =
        IntStream.range(0, 3)
            .mapToObj(i -> client.sendAsync(message(), HttpResponse.BodyHandlers.discarding()))
            .toList();
    three.forEach(CompletableFuture::join);
    send();
    assertThat(receiver.traffic().mostInFlight()).isEqualTo(3);
    assertThat(receiver.traffic().requests()).isEqualTo(4);
  }

  @Test
  void asksForPatienceBeyondItsRate() throws Exception {
    listen(new ReceiverGroup(1, NONE, 0, 1, Duration.ofSeconds(2), false));
    assertThat(send().statusCode()).isEqualTo(200);
    HttpResponse<String> second = send();
    assertThat(second.statusCode()).isEqualTo(429);
    assertThat(second.headers().firstValue("Retry-After")).hasValue("2");
    assertThat(ledger.deliveries().getFirst().repeats()).isZero();
    assertThat(receiver.traffic().limited()).isEqualTo(1);
  }

  @Test
  void failsAsOftenAsItShould() throws Exception {
    listen(new ReceiverGroup(1, NONE, 1, 0, NONE, false));
    assertThat(send().statusCode()).isEqualTo(500);
    assertThat(ledger.received()).isZero();
    assertThat(receiver.traffic().failed()).isEqualTo(1);
  }

  @Test
  void hangs() throws Exception {
    listen(new ReceiverGroup(1, NONE, 0, 0, NONE, true));
    assertThatThrownBy(this::send).isInstanceOf(HttpTimeoutException.class);
    assertThat(ledger.received()).isZero();
    assertThat(receiver.traffic().requests()).isEqualTo(1);
  }
}
