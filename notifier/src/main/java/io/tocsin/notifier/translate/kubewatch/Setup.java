package io.tocsin.notifier.translate.kubewatch;

import io.tocsin.notifier.translate.Translation.SecretValue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** How a handler is set up, and which of its values go to the Secret. */
final class Setup {
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/]+.*");

  private final String service;
  private final Fields fields;
  private final String title;
  private final SortedMap<String, SecretValue> secrets = new TreeMap<>();

  /**
   * Begins.
   *
   * @param service the name of the service here
   * @param title of messages where the handler says none; may be empty
   */
  Setup(String service, Fields fields, String title) {
    this.service = service;
    this.fields = fields;
    this.title = title;
  }

  String service() {
    return service;
  }

  Fields fields() {
    return fields;
  }

  String title() {
    return title;
  }

  SortedMap<String, SecretValue> secrets() {
    return secrets;
  }

  String text(String field) {
    return fields.text(field);
  }

  /** A text that must be there. */
  String required(String field, String otherwise) {
    String text = text(field);
    if (text.isEmpty() || Fields.placeholder(text)) {
      fields.notes().wrong(fields.path(field), otherwise);
    }
    return text;
  }

  void note(String field, String sentence) {
    fields.notes().note(fields.path(field), sentence);
  }

  /**
   * What stands for a value of the Secret. One that is missing is noted.
   *
   * @param variable where kubewatch looks for it else, in its environment
   */
  String secret(String field, String variable) {
    String key = service + "-" + field;
    String value = text(field);
    if (value.isEmpty() || Fields.placeholder(value)) {
      fields
          .notes()
          .wrong(
              fields.path(field),
              "is not there%s; add the key %s to the Secret"
                  .formatted(
                      variable.isEmpty() ? "" : ", unless the variable " + variable + " has it",
                      key));
    } else {
      secrets.put(key, new SecretValue.Text(value));
    }
    return "$" + key;
  }

  /** The same for an address, which lets in whoever knows it. */
  String address(String field, String variable) {
    String value = text(field);
    if (!value.isEmpty() && !Fields.placeholder(value) && !ADDRESS.matcher(value).matches()) {
      fields
          .notes()
          .wrong(fields.path(field), "must be an address that begins with https:// or http://");
    }
    return secret(field, variable);
  }
}
