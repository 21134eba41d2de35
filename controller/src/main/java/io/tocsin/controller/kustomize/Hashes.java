package io.tocsin.controller.kustomize;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The ends of generated names: the first ten digits of a SHA-256, some of them as letters. */
final class Hashes {
  private static final int LENGTH = 10;

  private Hashes() {}

  static void apply(Resources resources) {
    for (Resource resource : resources.all()) {
      if (resource.hashed()) {
        resource.rename(resource.name() + "-" + of(resource.content()));
      }
    }
  }

  /** Of a ConfigMap or a Secret: of its kind, name, type and data. */
  static String of(Map<String, Object> content) {
    Map<String, Object> hashed = new TreeMap<>();
    boolean secret = "Secret".equals(content.get("kind"));
    hashed.put("kind", content.get("kind"));
    hashed.put(
        "name",
        content.get("metadata") instanceof Map<?, ?> metadata && metadata.get("name") != null
            ? metadata.get("name")
            : "");
    hashed.put("data", content.getOrDefault("data", ""));
    if (secret) {
      hashed.put("type", content.getOrDefault("type", ""));
    }
    String other = secret ? "stringData" : "binaryData";
    if (content.get(other) instanceof Map<?, ?>) {
      hashed.put(other, content.get(other));
    }
    return encode(sha256(GoJson.write(hashed)));
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Digits that look like letters, and vowels, are written otherwise. */
  private static String encode(String hex) {
    return hex.substring(0, LENGTH)
        .replace('0', 'g')
        .replace('1', 'h')
        .replace('3', 'k')
        .replace('a', 'm')
        .replace('e', 't');
  }
}
