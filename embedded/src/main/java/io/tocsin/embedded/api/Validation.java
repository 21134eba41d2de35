package io.tocsin.embedded.api;

import io.tocsin.embedded.json.Tree;
import io.tocsin.embedded.kinds.ResourceType;
import java.util.Map;
import java.util.regex.Pattern;

/** The checks of metadata that hold for every kind. */
final class Validation {
  private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final Pattern DNS_LABEL = Pattern.compile(LABEL);
  private static final Pattern SUBDOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
  private static final Pattern QUALIFIED_NAME =
      Pattern.compile("([a-z0-9.-]{1,253}/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
  private static final Pattern LABEL_VALUE =
      Pattern.compile("([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?");
  private static final int ANNOTATIONS_LIMIT = 256 * 1024;

  private Validation() {}

  static void check(ResourceType type, Map<String, Object> object) {
    Metadata metadata = Metadata.of(object);
    checkName(type, metadata.name());
    checkLabels(type, metadata);
    checkAnnotations(type, metadata);
    for (Object finalizer : metadata.finalizers()) {
      if (!QUALIFIED_NAME.matcher(finalizer.toString()).matches()) {
        throw invalid(type, metadata, "metadata.finalizers", finalizer, "name part must be valid");
      }
    }
  }

  private static void checkName(ResourceType type, String name) {
    String why =
        switch (type.rules().nameRule()) {
          case LABEL ->
              name.length() <= 63 && DNS_LABEL.matcher(name).matches()
                  ? ""
                  : "a lowercase RFC 1123 label must consist of lower case alphanumeric characters"
                      + " or '-', and must start and end with an alphanumeric character (e.g."
                      + " 'my-name',  or '123-abc', regex used for validation is '"
                      + LABEL
                      + "')";
          case SUBDOMAIN ->
              name.length() <= 253 && SUBDOMAIN.matcher(name).matches()
                  ? ""
                  : "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric"
                      + " characters, '-' or '.', and must start and end with an alphanumeric"
                      + " character (e.g. 'example.com', regex used for validation is '"
                      + SUBDOMAIN.pattern()
                      + "')";
          case PATH_SEGMENT ->
              name.contains("/") || name.contains("%") || name.equals(".") || name.equals("..")
                  ? "may not contain '/' or '%', nor be '.' or '..'"
                  : "";
        };
    if (!why.isEmpty()) {
      throw Failures.invalid(
          type, name, "FieldValueInvalid", "metadata.name", invalidValue(name, why));
    }
  }

  private static void checkLabels(ResourceType type, Metadata metadata) {
    Tree.map(metadata.fields(), "labels")
        .forEach(
            (key, value) -> {
              if (!QUALIFIED_NAME.matcher(key).matches()) {
                throw invalid(type, metadata, "metadata.labels", key, "no qualified name");
              }
              if (!LABEL_VALUE.matcher(String.valueOf(value)).matches()) {
                throw invalid(
                    type,
                    metadata,
                    "metadata.labels",
                    value,
                    "a valid label must be an empty string or consist of alphanumeric characters,"
                        + " '-', '_' or '.', and must start and end with an alphanumeric character"
                        + " (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation"
                        + " is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')");
              }
            });
  }

  private static void checkAnnotations(ResourceType type, Metadata metadata) {
    long size = 0;
    for (Map.Entry<String, Object> entry : Tree.map(metadata.fields(), "annotations").entrySet()) {
      size += entry.getKey().length() + String.valueOf(entry.getValue()).length();
    }
    if (size > ANNOTATIONS_LIMIT) {
      throw Failures.invalid(
          type,
          metadata.name(),
          "FieldValueTooLong",
          "metadata.annotations",
          "Too long: must have at most " + ANNOTATIONS_LIMIT + " bytes");
    }
  }

  private static Failure invalid(
      ResourceType type, Metadata metadata, String field, Object value, String why) {
    return Failures.invalid(
        type, metadata.name(), "FieldValueInvalid", field, invalidValue(value, why));
  }

  static String invalidValue(Object value, String why) {
    return "Invalid value: \"%s\": %s".formatted(value, why);
  }
}
