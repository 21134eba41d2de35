package io.tocsin.notifier.config;

import com.google.re2j.PatternSyntaxException;
import io.tocsin.embedded.selector.LabelSelector;
import io.tocsin.services.options.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the text of a key {@code resource.<name>}. */
final class WatchedResourceReader {
  private static final List<String> KEYS =
      List.of(
          "group",
          "version",
          "kind",
          "resource",
          "namespaces",
          "selector",
          "variable",
          "annotationPrefix",
          "defaultTriggers");

  /** What conditions and templates can name already. */
  private static final Set<String> TAKEN =
      Set.of(
          "app",
          "appProject",
          "changed",
          "context",
          "diff",
          "event",
          "obj",
          "old",
          "recipient",
          "repo",
          "secrets",
          "serviceType",
          "strings",
          "time",
          "xpath");

  private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]*[a-z0-9])?");
  private static final Pattern VERSION = Pattern.compile("v[0-9]+((alpha|beta)[0-9]+)?");
  private static final Pattern TYPE = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final Map<String, Object> fields;

  private WatchedResourceReader(Map<String, Object> fields) {
    this.fields = fields;
  }

  /**
   * Reads.
   *
   * @throws ConfigurationException naming the field that is wrong
   */
  static WatchedResource read(String name, String text) {
    return new WatchedResourceReader(Yaml.mapping(text)).read(name);
  }

  private WatchedResource read(String name) {
    for (String key : fields.keySet()) {
      if (!KEYS.contains(key)) {
        throw new ConfigurationException(
            "has an unknown field " + key + Nearest.hint(key, KEYS), Place.at(key));
      }
    }
    return new WatchedResource(
        name,
        matching("group", "", NAME, "an API group such as batch"),
        matching("version", "", VERSION, "a version such as v1 or v1beta1"),
        type(),
        namespaces(),
        selector(),
        variable(),
        matching(
            "annotationPrefix",
            WatchedResource.ANNOTATION_PREFIX,
            NAME,
            "a prefix of annotations such as " + WatchedResource.ANNOTATION_PREFIX),
        Values.strings("defaultTriggers", fields.get("defaultTriggers")));
  }

  private String type() {
    String kind = matching("kind", "", TYPE, "a kind such as Job");
    String plural = matching("resource", "", TYPE, "the plural of a kind, such as jobs");
    if (kind.isEmpty() == plural.isEmpty()) {
      throw new ConfigurationException(
          kind.isEmpty()
              ? "must have a kind, such as Job, or a resource, such as jobs"
              : "has both a kind and a resource; one of them is enough");
    }
    return kind + plural;
  }

  private List<String> namespaces() {
    List<String> namespaces = Values.strings("namespaces", fields.get("namespaces"));
    try {
      NamespacePatterns.of(namespaces);
      return namespaces;
    } catch (PatternSyntaxException e) {
      throw new ConfigurationException(
          "has namespaces that do not parse: " + e.getMessage(), Place.at("namespaces"));
    }
  }

  private String selector() {
    String text = text("selector", "");
    try {
      LabelSelector.parse(text);
      return text;
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(
          "has a selector that does not parse, '%s': %s".formatted(text, e.getMessage()),
          Place.at("selector"));
    }
  }

  private String variable() {
    String variable = matching("variable", "", VARIABLE, "a name such as job");
    if (TAKEN.contains(variable)) {
      throw new ConfigurationException(
          "has a wrong variable: %s means something else already".formatted(variable),
          Place.at("variable"));
    }
    return variable;
  }

  private String matching(String field, String otherwise, Pattern pattern, String wanted) {
    String text = text(field, otherwise);
    if (!text.equals(otherwise) && !pattern.matcher(text).matches()) {
      throw new ConfigurationException(
          "has a wrong %s: '%s' is not %s".formatted(field, text, wanted), Place.at(field));
    }
    return text;
  }

  private String text(String field, String otherwise) {
    Object value = fields.get(field);
    return value == null ? otherwise : Values.string(field, value);
  }
}
