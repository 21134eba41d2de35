package io.tocsin.embedded.table;

import io.tocsin.embedded.json.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The JSON paths that definitions use for columns: fields, {@code \.} in names, {@code [0]}, {@code
 * [*]} and {@code [?(@.type=="Ready")]}.
 */
record JsonPath(List<Step> steps) {
  private static final Pattern STEP =
      Pattern.compile(
          "\\.((?:\\\\.|[^.\\[\\\\])+)"
              + "|\\[(\\d+|\\*)]"
              + "|\\[\\?\\(@\\.([\\w.]+)\\s*==\\s*[\"']([^\"']*)[\"']\\)]"
              + "|\\['([^']+)']");

  /** A step of a path. */
  sealed interface Step {
    /** What a value holds there. */
    List<Object> from(Object value);
  }

  private record Field(String name) implements Step {
    @Override
    public List<Object> from(Object value) {
      Object found = Tree.asMap(value).get(name);
      return found == null ? List.of() : List.of(found);
    }
  }

  private record Index(int index) implements Step {
    @Override
    public List<Object> from(Object value) {
      List<Object> list = Tree.asList(value);
      return index < list.size() ? List.of(list.get(index)) : List.of();
    }
  }

  private record All() implements Step {
    @Override
    public List<Object> from(Object value) {
      return value instanceof Map<?, ?> map ? List.copyOf(map.values()) : Tree.asList(value);
    }
  }

  private record Filter(String path, String wanted) implements Step {
    @Override
    public List<Object> from(Object value) {
      return Tree.asList(value).stream()
          .filter(item -> Tree.textAt(Tree.asMap(item), path).equals(wanted))
          .toList();
    }
  }

  /** Reads a path; what is not understood ends it in nothing. */
  static JsonPath parse(String path) {
    List<Step> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(path);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      steps.add(step(matcher));
      end = matcher.end();
    }
    return new JsonPath(end == path.length() ? steps : List.of(new Field("")));
  }

  private static Step step(Matcher matcher) {
    if (matcher.group(1) != null) {
      return new Field(matcher.group(1).replace("\\", ""));
    }
    if (matcher.group(2) != null) {
      return matcher.group(2).equals("*")
          ? new All()
          : new Index(Integer.parseInt(matcher.group(2)));
    }
    return matcher.group(5) == null
        ? new Filter(matcher.group(3), matcher.group(4))
        : new Field(matcher.group(5));
  }

  /** The first value at the path, or null. */
  Object first(Map<String, Object> object) {
    List<Object> values = List.of(object);
    for (Step step : steps) {
      values = values.stream().flatMap(value -> step.from(value).stream()).toList();
    }
    return values.isEmpty() ? null : values.getFirst();
  }
}
