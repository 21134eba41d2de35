package io.tocsin.controller.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Makes values of the events of a YAML stream; what aliases repeat is shared, not copied. */
final class YamlReader {
  private static final int DEPTH = 200;
  private static final long NODES = 2_000_000;
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(64 << 20).build();

  /** A value, and of how many it consists. */
  private record Node(Object value, long size) {}

  private final Iterator<Event> events;
  private final Map<Anchor, Node> anchors = new HashMap<>();
  private long total;

  YamlReader(String text) {
    events = new Parse(SETTINGS).parseString(text).iterator();
  }

  /**
   * @throws YamlEngineException for what is no YAML, too deep, or unfolds too far
   */
  List<Object> documents() {
    List<Object> documents = new ArrayList<>();
    while (events.hasNext()) {
      Event event = events.next();
      switch (event.getEventId()) {
        case DocumentStart -> anchors.clear();
        case Scalar, MappingStart, SequenceStart, Alias -> {
          Object value = node(event, 0).value();
          if (value != null) {
            documents.add(value);
          }
        }
        default -> {}
      }
    }
    return documents;
  }

  private Node node(Event event, int depth) {
    if (depth > DEPTH) {
      throw new YamlEngineException("it is nested more than %d levels deep".formatted(DEPTH));
    }
    if (event instanceof AliasEvent alias) {
      return count(anchored(alias));
    }
    Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
    Node node =
        switch (event) {
          case ScalarEvent scalar -> count(new Node(YamlScalars.value(scalar), 1));
          case MappingStartEvent start -> mapping(depth);
          default -> sequence(depth);
        };
    anchor.ifPresent(name -> anchors.put(name, node));
    return node;
  }

  private Node anchored(AliasEvent alias) {
    Node node = anchors.get(alias.getAlias());
    if (node == null) {
      throw new YamlEngineException("alias *%s has no anchor".formatted(alias.getAlias()));
    }
    return node;
  }

  private Node count(Node node) {
    total += node.size();
    if (total > NODES) {
      throw new YamlEngineException("it unfolds to more than %d values".formatted(NODES));
    }
    return node;
  }

  private Node sequence(int depth) {
    List<Object> items = new ArrayList<>();
    long size = 1;
    for (Event event = events.next();
        event.getEventId() != Event.ID.SequenceEnd;
        event = events.next()) {
      Node item = node(event, depth + 1);
      items.add(item.value());
      size += item.size();
    }
    return new Node(items, size);
  }

  private Node mapping(int depth) {
    Map<String, Object> fields = new LinkedHashMap<>();
    List<Object> merged = new ArrayList<>();
    long size = 1;
    for (Event event = events.next();
        event.getEventId() != Event.ID.MappingEnd;
        event = events.next()) {
      boolean merge = YamlScalars.isMergeKey(event);
      Node key = node(event, depth + 1);
      Node value = node(events.next(), depth + 1);
      size += key.size() + value.size();
      if (merge) {
        merged.add(value.value());
      } else {
        fields.put(YamlScalars.key(key.value()), value.value());
      }
    }
    merged.forEach(value -> merge(value, fields));
    return new Node(fields, size);
  }

  /** What a mapping has itself comes first, then the earlier ones of a list. */
  private static void merge(Object value, Map<String, Object> into) {
    switch (value) {
      case Map<?, ?> map -> map.forEach((name, item) -> into.putIfAbsent((String) name, item));
      case List<?> list -> list.forEach(item -> merge(item, into));
      case null, default -> throw new YamlEngineException("<< needs a mapping or a list of them");
    }
  }
}
