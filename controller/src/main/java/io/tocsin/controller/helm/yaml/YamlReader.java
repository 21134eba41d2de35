package io.tocsin.controller.helm.yaml;

import io.tocsin.controller.helm.yaml.Scalars.Scalar;
import io.tocsin.templates.golang.GoFormat;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads the documents of one text. For one thread. */
final class YamlReader {
  private static final int CHARACTERS = 128 << 20;
  private static final int DEPTH = 500;
  private static final int VALUES = 5_000_000;
  private static final int COPIES = 500_000;
  private static final String MERGE = "<<";
  private static final String BINARY = "tag:yaml.org,2002:binary";
  private static final String TEXT = "tag:yaml.org,2002:str";

  private final NumberStyle numbers;
  private final Iterator<Event> events;
  private final Map<Anchor, Object> anchors = new HashMap<>();
  private int values;
  private int copies;
  private int depth;

  private YamlReader(String text, NumberStyle numbers) {
    var settings = LoadSettings.builder().setCodePointLimit(CHARACTERS).build();
    this.numbers = numbers;
    this.events = new Parse(settings).parseString(text).iterator();
  }

  /**
   * All documents, with null for one that is empty.
   *
   * @throws YamlException with line and column
   */
  static List<Object> documents(String text, NumberStyle numbers) {
    try {
      return new YamlReader(text, numbers).documents();
    } catch (MarkedYamlEngineException e) {
      throw new YamlException(problem(e), e);
    } catch (YamlEngineException e) {
      throw new YamlException(firstLine(e.getMessage()), e);
    }
  }

  private static String problem(MarkedYamlEngineException e) {
    String problem = firstLine(e.getProblem());
    return e.getProblemMark()
        .map(
            mark ->
                "line %d, column %d: %s"
                    .formatted(mark.getLine() + 1, mark.getColumn() + 1, problem))
        .orElse(problem);
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("unreadable").strip();
  }

  private List<Object> documents() {
    List<Object> documents = new ArrayList<>();
    while (events.hasNext()) {
      if (events.next() instanceof DocumentStartEvent) {
        anchors.clear();
        documents.add(value(events.next()));
      }
    }
    return documents;
  }

  private Object value(Event event) {
    if (++values > VALUES) {
      throw new YamlException("has more than " + VALUES + " values");
    }
    return switch (event) {
      case AliasEvent alias -> alias(alias.getAlias());
      case ScalarEvent scalar -> anchored(scalar.getAnchor().orElse(null), scalar(scalar));
      case SequenceStartEvent start -> sequence(start);
      case MappingStartEvent start -> mapping(start);
      default -> throw new YamlException("has something unexpected: " + event);
    };
  }

  private Object anchored(Anchor anchor, Object value) {
    if (anchor != null) {
      anchors.put(anchor, value);
    }
    return value;
  }

  private Object alias(Anchor anchor) {
    if (!anchors.containsKey(anchor)) {
      throw new YamlException("has the unknown anchor " + anchor.getValue());
    }
    return copy(anchors.get(anchor));
  }

  /** An alias is a value of its own. */
  private Object copy(Object value) {
    if (++copies > COPIES) {
      throw new YamlException("has more than " + COPIES + " values that are aliases");
    }
    return switch (value) {
      case Map<?, ?> map -> {
        Map<Object, Object> copy = LinkedHashMap.newLinkedHashMap(map.size());
        map.forEach((key, item) -> copy.put(key, copy(item)));
        yield copy;
      }
      case List<?> list -> {
        List<Object> copy = new ArrayList<>(list.size());
        list.forEach(item -> copy.add(copy(item)));
        yield copy;
      }
      case null, default -> value;
    };
  }

  private void enter() {
    if (++depth > DEPTH) {
      throw new YamlException("is nested deeper than " + DEPTH + " levels");
    }
  }

  private List<Object> sequence(SequenceStartEvent start) {
    enter();
    List<Object> list = new ArrayList<>();
    start.getAnchor().ifPresent(anchor -> anchors.put(anchor, list));
    for (Event event = events.next(); !isEnd(event); event = events.next()) {
      list.add(value(event));
    }
    depth--;
    return list;
  }

  private Map<String, Object> mapping(MappingStartEvent start) {
    enter();
    Map<String, Object> map = new LinkedHashMap<>();
    Map<String, Object> merged = new LinkedHashMap<>();
    start.getAnchor().ifPresent(anchor -> anchors.put(anchor, map));
    for (Event event = events.next(); !isEnd(event); event = events.next()) {
      if (event instanceof ScalarEvent scalar
          && scalar.isPlain()
          && scalar.getValue().equals(MERGE)) {
        merge(merged, value(events.next()));
      } else {
        String key = key(value(event));
        map.put(key, value(events.next()));
      }
    }
    merged.forEach(map::putIfAbsent);
    depth--;
    return map;
  }

  private static void merge(Map<String, Object> merged, Object source) {
    switch (source) {
      case Map<?, ?> map -> map.forEach((key, value) -> merged.putIfAbsent((String) key, value));
      case List<?> list -> list.forEach(item -> merge(merged, item));
      case null, default ->
          throw new YamlException("map merge requires map or sequence of maps as the value");
    }
  }

  private static boolean isEnd(Event event) {
    return event.getEventId() == Event.ID.SequenceEnd || event.getEventId() == Event.ID.MappingEnd;
  }

  /** JSON has no other keys than strings. */
  private static String key(Object key) {
    return switch (key) {
      case String text -> text;
      case Double number when number == Math.rint(number) && Math.abs(number) < 1e15 ->
          Long.toString(number.longValue());
      case Double number -> GoFormat.printf("%g", number);
      case null -> "null";
      case Map<?, ?> _, List<?> _ -> throw new YamlException("has a mapping or a list for a key");
      default -> key.toString();
    };
  }

  private Object scalar(ScalarEvent event) {
    String tag = event.getTag().orElse("");
    String text = event.getValue();
    if (tag.equals(BINARY)) {
      return binary(text);
    }
    if (!event.isPlain() || tag.equals(TEXT)) {
      return text;
    }
    Scalar scalar = Scalars.resolve(text);
    return scalar.value() instanceof BigInteger whole ? numbers.whole(whole) : scalar.value();
  }

  private static String binary(String text) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(text);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new YamlException("has !!binary data that is no base64", e);
    }
  }
}
