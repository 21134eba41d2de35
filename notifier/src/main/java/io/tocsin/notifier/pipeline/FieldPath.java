package io.tocsin.notifier.pipeline;

import io.tocsin.templates.golang.GoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of a field such as {@code spec.template.spec.containers[0].image} or {@code
 * metadata.labels['app.kubernetes.io/name']}.
 *
 * @param steps names, and Integers for places in lists
 */
record FieldPath(List<Object> steps) {
  private static final Pattern STEP =
      Pattern.compile("\\.?([^.\\[\\]'\"]+)|\\[(\\d{1,9})]|\\['([^']+)']|\\[\"([^\"]+)\"]");

  FieldPath {
    steps = List.copyOf(steps);
  }

  /**
   * Reads.
   *
   * @throws GoException when the text is no path
   */
  static FieldPath of(String text) {
    List<Object> steps = new ArrayList<>();
    Matcher step = STEP.matcher(text);
    int end = 0;
    while (end < text.length() && step.find(end) && step.start() == end) {
      if (step.group(2) == null) {
        steps.add(firstOf(step.group(1), step.group(3), step.group(4)));
      } else {
        steps.add(Integer.valueOf(step.group(2)));
      }
      end = step.end();
    }
    if (end < text.length() || text.isEmpty() || text.startsWith(".")) {
      throw new GoException("'" + text + "' is no path of a field, such as spec.replicas");
    }
    return new FieldPath(steps);
  }

  private static String firstOf(String... texts) {
    for (String text : texts) {
      if (text != null) {
        return text;
      }
    }
    throw new IllegalArgumentException("no text");
  }

  /** What stands there, or null. */
  Object in(Object tree) {
    Object value = tree;
    for (Object step : steps) {
      value =
          switch (value) {
            case Map<?, ?> fields -> fields.get(step);
            case List<?> items when step instanceof Integer at && at < items.size() ->
                items.get(at);
            case null, default -> null;
          };
    }
    return value;
  }
}
