package io.tocsin.notifier.lint.source;

import io.tocsin.notifier.config.Place;
import io.tocsin.notifier.lint.source.Node.Entry;
import io.tocsin.notifier.lint.source.Node.Mapping;
import io.tocsin.notifier.lint.source.Node.Scalar;
import io.tocsin.notifier.lint.source.Node.Sequence;
import java.util.List;
import java.util.Optional;

/**
 * A value of YAML that knows the place of each of its parts. Immutable. Parts are named by paths
 * such as {@code webhook.x.headers[0].name}; keys are found as written, or else without regard to
 * upper and lower case, and may hold dots.
 */
public final class Document {
  private final Passage passage;
  private final Node node;
  private final int start;

  private Document(Passage passage, Node node, int start) {
    this.passage = passage;
    this.node = node;
    this.start = start;
  }

  /** The documents of a text that are not empty, up to the first that does not parse. */
  public static List<Document> read(Passage passage) {
    return NodeReader.read(passage.text()).stream()
        .map(node -> new Document(passage, node, node.start()))
        .toList();
  }

  /** Where it begins: at its key, if it has one. */
  public Position position() {
    return passage.position(start);
  }

  /** The place, or the nearest that there is on the way to it; absent when there is none. */
  public Optional<Position> locate(Place place) {
    if (place.offset() >= 0) {
      Optional<Passage> text = find(place.path()).flatMap(Document::text);
      if (text.isPresent()) {
        return Optional.of(text.get().position(place.offset()));
      }
    }
    return step(place.path()).map(step -> step.part().nearest(step.rest()).position());
  }

  /** The part of that path, if there is one. */
  public Optional<Document> find(String path) {
    return path.isEmpty()
        ? Optional.of(this)
        : step(path).flatMap(step -> step.part().find(step.rest()));
  }

  /** The value of a key of a mapping. */
  public Optional<Document> get(String key) {
    return node instanceof Mapping mapping ? mapping.find(key).map(this::part) : Optional.empty();
  }

  /** The keys of a mapping, in order; none of anything else. */
  public List<String> keys() {
    return node instanceof Mapping mapping
        ? mapping.entries().stream().map(Entry::key).toList()
        : List.of();
  }

  /** The items of a list; a value that is no list is the only item. */
  public List<Document> items() {
    return node instanceof Sequence sequence
        ? sequence.items().stream().map(this::part).toList()
        : List.of(this);
  }

  /** The text of a scalar; absent for mappings and lists. */
  public Optional<Passage> text() {
    return node instanceof Scalar scalar
        ? Optional.of(passage.scalar(scalar.start(), scalar.value()))
        : Optional.empty();
  }

  private Document nearest(String path) {
    return path.isEmpty()
        ? this
        : step(path).map(step -> step.part().nearest(step.rest())).orElse(this);
  }

  private record Step(Document part, String rest) {}

  /** The first step of a path; a longer key goes before a shorter one. */
  private Optional<Step> step(String path) {
    return switch (node) {
      case Mapping mapping -> key(mapping, path);
      case Sequence sequence -> item(sequence, path);
      case Scalar _ -> Optional.empty();
    };
  }

  private Optional<Step> key(Mapping mapping, String path) {
    for (int end = path.length(); end > 0; end--) {
      boolean ends = end == path.length() || path.charAt(end) == '.' || path.charAt(end) == '[';
      String name = path.substring(0, end);
      if (ends) {
        Optional<Entry> entry =
            mapping
                .find(name)
                .or(
                    () ->
                        mapping.entries().stream()
                            .filter(other -> other.key().equalsIgnoreCase(name))
                            .findFirst());
        if (entry.isPresent()) {
          String rest = path.substring(end);
          return Optional.of(
              new Step(part(entry.get()), rest.startsWith(".") ? rest.substring(1) : rest));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Step> item(Sequence sequence, String path) {
    int close = path.indexOf(']');
    if (!path.matches("(?s)\\[\\d{1,6}\\].*")) {
      return Optional.empty();
    }
    int index = Integer.parseInt(path.substring(1, close));
    String rest = path.substring(close + 1);
    return index < sequence.items().size()
        ? Optional.of(
            new Step(
                part(sequence.items().get(index)), rest.startsWith(".") ? rest.substring(1) : rest))
        : Optional.empty();
  }

  private Document part(Entry entry) {
    return new Document(passage, entry.value(), entry.start());
  }

  private Document part(Node item) {
    return new Document(passage, item, item.start());
  }
}
