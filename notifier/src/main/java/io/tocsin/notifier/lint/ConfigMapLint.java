package io.tocsin.notifier.lint;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.ConfigurationException;
import io.tocsin.notifier.config.ConfigurationReader;
import io.tocsin.notifier.config.ConfigurationSource;
import io.tocsin.notifier.config.Manifests;
import io.tocsin.notifier.config.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a ConfigMap with its Secret as the controller reads them, and says what it found. */
record ConfigMapLint(ConfigurationReader reader, List<Finding> findings) {
  Checked check(Manifest configMap, Optional<Manifest> secret) {
    KeyTexts texts = new KeyTexts(configMap);
    Map<String, String> data = data(configMap, texts);
    SecretUse use = SecretUse.of(data);
    Map<String, byte[]> secrets = secret.map(this::secrets).orElseGet(use::placeholders);
    Configuration configuration =
        reader.read(
            new ConfigurationSource(configMap.object().namespace(), data, secrets, Map.of()));
    configuration.problems().stream()
        .filter(problem -> secret.isPresent() || !use.concerns(problem))
        .map(problem -> finding(problem, texts))
        .forEach(findings::add);
    if (secret.isEmpty()) {
      use.note(texts).ifPresent(findings::add);
    }
    Names names = Names.of(configuration.source());
    return new Checked(configMap, texts, configuration, names);
  }

  private static Finding finding(Problem problem, KeyTexts texts) {
    Severity severity =
        problem.severity() == Problem.Severity.ERROR ? Severity.ERROR : Severity.WARNING;
    return new Finding(
        texts.position(problem.key(), problem.place()), severity, problem.key(), problem.reason());
  }

  /** The API server takes nothing but texts. */
  private Map<String, String> data(Manifest configMap, KeyTexts texts) {
    Map<String, String> data = new TreeMap<>();
    Object values = configMap.object().at("data");
    if (values instanceof Map<?, ?> map) {
      map.forEach(
          (name, value) -> {
            String key = name.toString();
            switch (value) {
              case null -> data.put(key, "");
              case String text -> data.put(key, text);
              default ->
                  findings.add(
                      Finding.error(
                          texts.position(key),
                          key,
                          "must be a text, as a ConfigMap holds nothing else; write | after the"
                              + " colon"));
            }
          });
    } else if (values != null) {
      findings.add(Finding.error(configMap.position(), "data", "must be a mapping"));
    }
    return data;
  }

  private Map<String, byte[]> secrets(Manifest secret) {
    KubeObject object = secret.object();
    try {
      return Manifests.bytes(object, problem -> findings.add(undecodable(secret, problem)));
    } catch (ConfigurationException e) {
      findings.add(Finding.error(secret.position(), secret.title(), e.getMessage()));
      return Map.of();
    }
  }

  private static Finding undecodable(Manifest secret, ConfigurationException problem) {
    return Finding.error(
        secret.document().locate(problem.place()).orElseGet(secret::position),
        problem.place().path(),
        "is not base64; plain text belongs under stringData");
  }
}
