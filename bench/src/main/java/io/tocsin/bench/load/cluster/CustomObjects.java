package io.tocsin.bench.load.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Objects of kinds that only the harness knows, made from {@code object.json} beside this. */
public final class CustomObjects implements Form {
  private static final List<String> NEVER =
      List.of(
          "obj.status.phase in ['Error', 'Unknown']",
          "obj.status.progress == '0/0'",
          "obj.spec.suspend == true",
          "obj.metadata.labels.tier == 'none'",
          "any(obj.status.conditions, {.type == 'Ready' and .status == 'Unknown'})");

  private final String namespace;
  private final List<CustomKind> kinds;
  private final List<Served> served;
  private final ObjectPattern pattern;

  /**
   * For a namespace in which they are served.
   *
   * @param kinds how many
   */
  public CustomObjects(String namespace, int kinds) {
    this.namespace = namespace;
    this.kinds = CustomKind.first(kinds);
    served = this.kinds.stream().map(k -> Served.of(k.definition(), namespace)).toList();
    try (InputStream stream = CustomObjects.class.getResourceAsStream("object.json")) {
      pattern = new ObjectPattern((ObjectNode) JsonMapper.shared().readTree(stream));
    } catch (IOException e) {
      throw new UncheckedIOException("The pattern of objects cannot be read.", e);
    }
  }

  @Override
  public List<Served> kinds() {
    return served;
  }

  @Override
  public String name(int index) {
    return "task-%05d".formatted(index);
  }

  @Override
  public String make(int index, Map<String, String> labels, Map<String, String> annotations) {
    return pattern
        .make(namespace, name(index), labels, annotations)
        .put("apiVersion", CustomKind.API_VERSION)
        .put("kind", kind(index).kind())
        .toString();
  }

  @Override
  public String turn(String revision, Instant now) {
    return state("Failed", revision, now);
  }

  @Override
  public String noTurn(String revision, Instant now) {
    return state("Running", revision, now);
  }

  private static String state(String phase, String revision, Instant now) {
    return """
    {"status":{"phase":"%s","message":"step main: exit code 1","revision":"%s","finishedAt":"%s"}}"""
        .formatted(phase, revision, now.truncatedTo(ChronoUnit.SECONDS));
  }

  @Override
  public Telling telling() {
    Map<String, Map<String, Object>> resources = new LinkedHashMap<>();
    for (CustomKind kind : kinds) {
      resources.put(
          kind.singular(),
          Map.of("group", CustomKind.GROUP, "kind", kind.kind(), "namespaces", List.of(namespace)));
    }
    return new Telling(
        "obj",
        "obj.status.phase == 'Failed'",
        NEVER,
        "status.revision",
        """
        {{.obj.kind}} {{.obj.metadata.name}} is {{.obj.status.phase}}: {{.obj.status.message}}\
        {{range .obj.status.conditions}}, {{.type}}: {{.message}}{{end}}""",
        resources);
  }
}
