package io.tocsin.notifier.lint.source;

import io.tocsin.notifier.lint.source.Node.Entry;
import io.tocsin.notifier.lint.source.Node.Mapping;
import io.tocsin.notifier.lint.source.Node.Scalar;
import io.tocsin.notifier.lint.source.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads where the values of YAML stand. Not thread-safe. */
final class NodeReader {
  private static final YAMLMapper YAML = YAMLMapper.builder().build();

  private final JsonParser parser;
  private final int[] lines;
  private final String text;

  private NodeReader(JsonParser parser, String text) {
    this.parser = parser;
    this.text = text;
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      starts.add(end + 1);
    }
    this.lines = starts.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * The documents that are not empty, up to the first that does not parse.
   *
   * @param text YAML
   */
  static List<Node> read(String text) {
    List<Node> documents = new ArrayList<>();
    try (JsonParser parser = YAML.createParser(text)) {
      NodeReader reader = new NodeReader(parser, text);
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        Node document = reader.node(token);
        if (token != JsonToken.VALUE_NULL) {
          documents.add(document);
        }
      }
    } catch (JacksonException _) {
      return documents;
    }
    return documents;
  }

  private Node node(JsonToken token) {
    int start = start();
    return switch (token) {
      case START_OBJECT -> mapping(start);
      case START_ARRAY -> sequence(start);
      case VALUE_NULL -> new Scalar(start, "");
      default -> new Scalar(start, parser.getString());
    };
  }

  private Mapping mapping(int start) {
    List<Entry> entries = new ArrayList<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      int at = start();
      String key = parser.currentName();
      entries.add(new Entry(at, key, node(parser.nextToken())));
    }
    return new Mapping(start, entries);
  }

  private Sequence sequence(int start) {
    List<Node> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY && token != null;
        token = parser.nextToken()) {
      items.add(node(token));
    }
    return new Sequence(start, items);
  }

  /** The location counts code points, and from 1. */
  private int start() {
    TokenStreamLocation location = parser.currentTokenLocation();
    int line = Math.clamp(location.getLineNr() - 1, 0, lines.length - 1);
    int end = line + 1 < lines.length ? lines[line + 1] : text.length();
    int column = Math.clamp(location.getColumnNr() - 1, 0, text.codePointCount(lines[line], end));
    return text.offsetByCodePoints(lines[line], column);
  }
}
