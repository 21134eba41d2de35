package io.tocsin.notifier.cli;

import io.tocsin.controller.runtime.KubeObjects;
import io.tocsin.notifier.config.ConfigurationException;
import io.tocsin.notifier.config.Yaml;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Requests a line, answers a line, in order. */
record JsonLines(InputStream in, PrintWriter out) {
  /**
   * Answers each request.
   *
   * @param answer a line of JSON for a request, or nothing
   */
  void answer(Function<Map<String, Object>, Optional<String>> answer) {
    try {
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          answer.apply(request(line)).ifPresent(out::println);
        }
      }
    } catch (IOException e) {
      throw new CommandException("standard input cannot be read: " + e.getMessage());
    } finally {
      out.flush();
    }
  }

  private static Map<String, Object> request(String line) {
    try {
      return Yaml.asMapping(KubeObjects.numbers(JsonMapper.shared().readValue(line, Object.class)));
    } catch (JacksonException | ConfigurationException e) {
      throw new CommandException("not a line of JSON: " + line);
    }
  }
}
