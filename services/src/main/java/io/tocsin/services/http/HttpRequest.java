package io.tocsin.services.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A request to send.
 *
 * @param headers in their order; a later one replaces an earlier one of the same name
 * @param body goes out in UTF-8 as it is, empty for none
 */
public record HttpRequest(String method, String url, List<Header> headers, String body) {
  public HttpRequest {
    headers = List.copyOf(headers);
  }

  public static HttpRequest of(String method, String url) {
    return new HttpRequest(method, url, List.of(), "");
  }

  /** A POST of JSON. */
  public static HttpRequest json(String url, Object value) {
    return of("POST", url).withJson(value);
  }

  /** The same with a header set. */
  public HttpRequest header(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.removeIf(header -> header.name().equalsIgnoreCase(name));
    more.add(new Header(name, value));
    return new HttpRequest(method, url, more, body);
  }

  /** The same with a token that its bearer is trusted for. */
  public HttpRequest bearer(String token) {
    return header("Authorization", "Bearer " + token);
  }

  /** The same with a name and a password (RFC 7617, UTF-8). */
  public HttpRequest basic(String username, String password) {
    byte[] credentials = (username + ":" + password).getBytes(UTF_8);
    return header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
  }

  public HttpRequest withBody(String text) {
    return new HttpRequest(method, url, headers, text);
  }

  /** The same with a JSON body and its content type. */
  public HttpRequest withJson(Object value) {
    return header("Content-Type", "application/json").withBody(Json.write(value));
  }

  /** Names method and host alone: a path may hold a token. */
  @Override
  public String toString() {
    return method + " " + Urls.host(url);
  }
}
