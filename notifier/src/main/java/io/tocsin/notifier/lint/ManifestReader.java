package io.tocsin.notifier.lint;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.config.ConfigurationException;
import io.tocsin.notifier.config.Yaml;
import io.tocsin.notifier.lint.source.Document;
import io.tocsin.notifier.lint.source.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the objects of several texts. Not thread-safe. */
final class ManifestReader {
  private static final String MANIFEST = "manifest";

  private final List<Manifest> manifests = new ArrayList<>();
  private final List<Finding> findings;

  private ManifestReader(List<Finding> findings) {
    this.findings = findings;
  }

  /**
   * The objects of the texts; of a {@code List}, its items.
   *
   * @param findings gets what cannot be read
   */
  static List<Manifest> read(List<Input> inputs, List<Finding> findings) {
    ManifestReader reader = new ManifestReader(findings);
    inputs.forEach(reader::read);
    return reader.manifests;
  }

  private void read(Input input) {
    Passage passage = Passage.ofFile(input.name(), input.text());
    List<Object> values;
    try {
      values = Yaml.documents(input.text());
    } catch (ConfigurationException e) {
      if (input.asked() || isOurs(input.text())) {
        findings.add(Finding.error(passage.position(e.place().offset()), MANIFEST, e.reason()));
      }
      return;
    }
    List<Document> documents = Document.read(passage);
    for (int i = 0; i < Math.min(values.size(), documents.size()); i++) {
      add(values.get(i), documents.get(i), input.asked());
    }
  }

  /** A folder may hold what is YAML only after a templating tool was there. */
  private static boolean isOurs(String text) {
    return text.contains("argocd-notifications") || text.contains("notifications.argoproj.io");
  }

  private void add(Object value, Document document, boolean asked) {
    if (!(value instanceof Map<?, ?>)) {
      if (asked) {
        findings.add(
            Finding.error(
                document.position(), MANIFEST, "is no Kubernetes object: it must be a mapping"));
      }
      return;
    }
    KubeObject object = new KubeObject(Yaml.asMapping(value));
    if (!object.kind().endsWith("List") || !(object.at("items") instanceof List<?> items)) {
      manifests.add(new Manifest(object, document));
      return;
    }
    for (int i = 0; i < items.size(); i++) {
      Object item = items.get(i);
      document.find("items[" + i + "]").ifPresent(part -> add(item, part, asked));
    }
  }
}
