package io.tocsin.services.options;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Gathers what is said about one definition. */
final class Report {
  private final List<Remark> errors = new ArrayList<>();
  private final List<Remark> warnings = new ArrayList<>();
  private final List<String> secrets = new ArrayList<>();

  void error(String path, String sentence) {
    errors.add(new Remark(path, sentence));
  }

  void warn(String path, String sentence) {
    warnings.add(new Remark(path, sentence));
  }

  void secret(String value) {
    secrets.add(value);
  }

  List<String> secrets() {
    return List.copyOf(secrets);
  }

  /** Whether no error was noted about that key. */
  boolean silentAbout(String at, String key) {
    String prefix = at + ": " + key + " ";
    return errors.stream().noneMatch(error -> error.sentence().startsWith(prefix));
  }

  <T> Validated<T> finish(Supplier<T> builder) {
    return errors.isEmpty()
        ? Validated.of(builder.get(), warnings)
        : Validated.failed(errors, warnings);
  }
}
