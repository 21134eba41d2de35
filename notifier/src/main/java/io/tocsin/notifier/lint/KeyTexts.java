package io.tocsin.notifier.lint;

import io.tocsin.notifier.config.Place;
import io.tocsin.notifier.lint.source.Document;
import io.tocsin.notifier.lint.source.Passage;
import io.tocsin.notifier.lint.source.Position;
import java.util.Optional;

/** Where the keys of a ConfigMap, and what their texts say as YAML, stand. */
record KeyTexts(Manifest configMap) {
  private static final String LEGACY = "config.yaml";

  /** The place, or the nearest that is known; of a key from elsewhere, where the ConfigMap is. */
  Position position(String key, Place place) {
    Optional<Document> entry = entry(key);
    if (entry.isEmpty()) {
      return entry(LEGACY).map(Document::position).orElseGet(configMap::position);
    }
    if (place.equals(Place.WHOLE)) {
      return entry.get().position();
    }
    Optional<Passage> text = entry.get().text();
    if (place.path().isEmpty()) {
      return text.map(passage -> passage.position(place.offset())).orElseGet(entry.get()::position);
    }
    return definition(key)
        .flatMap(document -> document.locate(place))
        .orElseGet(entry.get()::position);
  }

  Position position(String key, String path) {
    return position(key, Place.at(path));
  }

  Position position(String key) {
    return position(key, Place.WHOLE);
  }

  /** What the key's text says as YAML. */
  Optional<Document> definition(String key) {
    return entry(key)
        .flatMap(Document::text)
        .flatMap(text -> Document.read(text).stream().findFirst());
  }

  private Optional<Document> entry(String key) {
    return configMap.document().get("data").flatMap(data -> data.get(key));
  }
}
