package io.tocsin.controller.webhook;

import com.sun.net.httpserver.Headers;

/** A request as it came; its headers are looked up whatever their case. */
final class WebhookRequest {
  private final Headers headers;
  private final byte[] body;

  WebhookRequest(Headers headers, byte[] body) {
    this.headers = headers;
    this.body = body;
  }

  /** Empty when it was not sent. */
  String header(String name) {
    String value = headers.getFirst(name);
    return value == null ? "" : value;
  }

  boolean has(String name) {
    return !header(name).isEmpty();
  }

  byte[] body() {
    return body;
  }

  WebhookRequest with(byte[] read) {
    return new WebhookRequest(headers, read);
  }

  Payload payload() {
    return Payload.parse(body);
  }
}
