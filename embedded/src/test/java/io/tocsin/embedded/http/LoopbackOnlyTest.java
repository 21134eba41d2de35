package io.tocsin.embedded.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.embedded.EmbeddedKubernetes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page in a browser must not reach the API by a name of its own for this address. */
class LoopbackOnlyTest {
  @ParameterizedTest
  @ValueSource(strings = {"localhost:8080", "127.0.0.1", "[::1]:80"})
  void requestsToThisMachineAreAnswered(String host) throws IOException {
    assertThat(statusFor(host)).startsWith("HTTP/1.1 200");
  }

  @Test
  void requestsToAnotherNameAreRefused() throws IOException {
    assertThat(statusFor("rebound.example.com:80")).startsWith("HTTP/1.1 400");
  }

  private static String statusFor(String host) throws IOException {
    try (EmbeddedKubernetes server = EmbeddedKubernetes.start();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort())) {
      String request = "GET /version HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
