package io.tocsin.services.awssqs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.services.http.HttpRequest;
import io.tocsin.services.http.Urls;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.HttpUrl;

/** Signs requests by AWS Signature Version 4, as its documentation specifies it. */
final class SigV4 {
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final String region;
  private final String service;

  SigV4(String region, String service) {
    this.region = region;
    this.service = service;
  }

  /** The request with what proves who sent it and when. All its headers are signed. */
  HttpRequest sign(HttpRequest request, AwsCredentials credentials, Instant now) {
    String stamp = STAMP.format(now);
    String scope = stamp.substring(0, 8) + "/" + region + "/" + service + "/aws4_request";
    HttpRequest dated = request.header("X-Amz-Date", stamp);
    if (credentials.token().isPresent()) {
      dated = dated.header("X-Amz-Security-Token", credentials.token().get());
    }
    Map<String, String> headers = headers(dated);
    String names = String.join(";", headers.keySet());
    String canonical = canonical(dated, headers, names);
    String toSign = ALGORITHM + "\n" + stamp + "\n" + scope + "\n" + hex(sha256(canonical));
    String signature = hex(hmac(key(credentials.secret(), stamp.substring(0, 8)), toSign));
    return dated.header(
        "Authorization",
        ALGORITHM
            + " Credential="
            + credentials.key()
            + "/"
            + scope
            + ", SignedHeaders="
            + names
            + ", Signature="
            + signature);
  }

  private static String canonical(HttpRequest request, Map<String, String> headers, String names) {
    HttpUrl url = url(request);
    String lines =
        headers.entrySet().stream()
            .map(header -> header.getKey() + ":" + header.getValue() + "\n")
            .collect(Collectors.joining());
    return request.method()
        + "\n"
        + url.encodedPath()
        + "\n"
        + query(url)
        + "\n"
        + lines
        + "\n"
        + names
        + "\n"
        + hex(sha256(request.body()));
  }

  private static String query(HttpUrl url) {
    return IntStream.range(0, url.querySize())
        .mapToObj(
            index ->
                Urls.encode(url.queryParameterName(index))
                    + "="
                    + Urls.encode(Objects.requireNonNullElse(url.queryParameterValue(index), "")))
        .sorted()
        .collect(Collectors.joining("&"));
  }

  private static Map<String, String> headers(HttpRequest request) {
    Map<String, String> headers = new TreeMap<>();
    HttpUrl url = url(request);
    boolean usual = url.port() == HttpUrl.defaultPort(url.scheme());
    headers.put("host", usual ? url.host() : url.host() + ":" + url.port());
    request
        .headers()
        .forEach(
            header ->
                headers.put(
                    header.name().toLowerCase(Locale.ROOT),
                    header.value().strip().replaceAll(" +", " ")));
    return headers;
  }

  private static HttpUrl url(HttpRequest request) {
    return HttpUrl.get(request.url());
  }

  private byte[] key(String secret, String day) {
    byte[] key = hmac(("AWS4" + secret).getBytes(UTF_8), day);
    return hmac(hmac(hmac(key, region), service), "aws4_request");
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
