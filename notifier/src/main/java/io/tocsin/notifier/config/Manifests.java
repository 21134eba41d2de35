package io.tocsin.notifier.config;

import io.tocsin.controller.runtime.KubeObject;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads Kubernetes objects from files, and what ConfigMaps and Secrets hold. */
public final class Manifests {
  private Manifests() {}

  /**
   * The objects of a file.
   *
   * @param file its name, or {@code -} for standard input
   * @throws ConfigurationException naming the file
   */
  public static List<KubeObject> read(String file) {
    String text = text(file);
    try {
      return Yaml.documents(text).stream()
          .map(document -> new KubeObject(Yaml.asMapping(document)))
          .toList();
    } catch (ConfigurationException e) {
      throw new ConfigurationException("file " + file + " " + e.getMessage());
    }
  }

  /**
   * The text of a file.
   *
   * @param file its name, or {@code -} for standard input
   */
  public static String text(String file) {
    try {
      return file.equals("-")
          ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
          : Files.readString(Path.of(file));
    } catch (NoSuchFileException e) {
      throw new ConfigurationException("file " + file + " does not exist");
    } catch (CharacterCodingException e) {
      throw new ConfigurationException("file " + file + " is not UTF-8 text");
    } catch (IOException e) {
      throw new ConfigurationException("file " + file + " cannot be read: " + e.getMessage());
    }
  }

  /** The data of a ConfigMap. */
  public static Map<String, String> texts(KubeObject configMap) {
    return entries(configMap, "data");
  }

  /** The decoded data of a Secret, {@code stringData} included. */
  public static Map<String, byte[]> bytes(KubeObject secret) {
    return bytes(
        secret,
        problem -> {
          throw problem;
        });
  }

  /**
   * The same; what is not base64 is taken as it stands.
   *
   * @param undecodable takes the reason, whose place is {@code data.<key>}
   */
  public static Map<String, byte[]> bytes(
      KubeObject secret, Consumer<ConfigurationException> undecodable) {
    Map<String, byte[]> bytes = new HashMap<>();
    entries(secret, "data")
        .forEach((key, value) -> bytes.put(key, decoded(secret, key, value, undecodable)));
    entries(secret, "stringData")
        .forEach((key, value) -> bytes.put(key, value.getBytes(StandardCharsets.UTF_8)));
    return bytes;
  }

  private static byte[] decoded(
      KubeObject secret, String key, String value, Consumer<ConfigurationException> undecodable) {
    try {
      return Base64.getMimeDecoder().decode(value);
    } catch (IllegalArgumentException e) {
      undecodable.accept(
          new ConfigurationException(
              "Secret %s: data.%s is not base64".formatted(secret.key(), key),
              Place.at("data." + key)));
      return value.getBytes(StandardCharsets.UTF_8);
    }
  }

  private static Map<String, String> entries(KubeObject object, String field) {
    Map<String, String> entries = new HashMap<>();
    if (object.at(field) instanceof Map<?, ?> data) {
      data.forEach((key, value) -> entries.put(key.toString(), String.valueOf(value)));
    } else if (object.at(field) != null) {
      throw new ConfigurationException(
          "%s %s: %s must be a mapping".formatted(object.kind(), object.name(), field));
    }
    return entries;
  }
}
