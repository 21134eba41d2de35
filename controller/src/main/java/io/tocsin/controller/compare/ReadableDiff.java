package io.tocsin.controller.compare;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.Trees;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** What a sync would change, for people to read. Safe for use by several threads. */
public final class ReadableDiff {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
          .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
          .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .enable(YAMLWriteFeature.LITERAL_BLOCK_STYLE)
          .build();

  /** What the server writes for itself and nobody compares. */
  private static final Set<String> NOISE =
      Set.of("generation", "resourceVersion", "selfLink", "uid");

  private ReadableDiff() {}

  /**
   * A unified diff of YAML from the live object to the predicted one, three lines of context around
   * each change; empty where nothing is. What Secrets hold is masked: equal values by equal masks.
   */
  public static String of(ResourceComparison resource) {
    Difference difference = resource.difference();
    SecretMask mask = new SecretMask(isSecret(resource.object()));
    List<String> before = lines(mask, difference.live());
    List<String> after = lines(mask, difference.predicted());
    return UnifiedDiff.of(before, after, "live " + resource.key(), "target " + resource.key());
  }

  /** The same of two versions of one object. */
  public static String of(KubeObject before, KubeObject after) {
    SecretMask mask = new SecretMask(isSecret(after));
    return UnifiedDiff.of(
        lines(mask, before.content()), lines(mask, after.content()), "before", "after");
  }

  private static boolean isSecret(KubeObject object) {
    return object.kind().equals("Secret") && object.group().isEmpty();
  }

  private static List<String> lines(SecretMask mask, Map<String, Object> content) {
    if (content == null) {
      return List.of();
    }
    Map<String, Object> shown =
        Trees.without(mask.apply(content), "metadata", "annotations", ObjectComparer.LAST_APPLIED);
    Map<String, Object> metadata = new LinkedHashMap<>(Trees.map(shown.get("metadata")));
    metadata.keySet().removeAll(NOISE);
    Object sorted = sorted(Trees.with(shown, metadata, "metadata"));
    return YAML.writeValueAsString(sorted).lines().toList();
  }

  private static Object sorted(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> fields = new TreeMap<>();
        map.forEach((name, item) -> fields.put(String.valueOf(name), sorted(item)));
        yield fields;
      }
      case List<?> list -> list.stream().map(ReadableDiff::sorted).toList();
      case null, default -> value;
    };
  }
}
