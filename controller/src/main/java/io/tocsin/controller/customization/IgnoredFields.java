package io.tocsin.controller.customization;

import java.util.ArrayList;
import java.util.List;

/**
 * Fields that a comparison leaves out.
 *
 * @param jsonPointers as in RFC 6901
 * @param jqPathExpressions expressions of jq that select paths
 * @param managedFieldsManagers whose fields of {@code metadata.managedFields} they are
 */
public record IgnoredFields(
    List<String> jsonPointers, List<String> jqPathExpressions, List<String> managedFieldsManagers) {
  public static final IgnoredFields NONE = new IgnoredFields(List.of(), List.of(), List.of());

  public IgnoredFields {
    jsonPointers = List.copyOf(jsonPointers);
    jqPathExpressions = List.copyOf(jqPathExpressions);
    managedFieldsManagers = List.copyOf(managedFieldsManagers);
  }

  public boolean isEmpty() {
    return jsonPointers.isEmpty() && jqPathExpressions.isEmpty() && managedFieldsManagers.isEmpty();
  }

  /** These and those. */
  public IgnoredFields and(IgnoredFields others) {
    return new IgnoredFields(
        joined(jsonPointers, others.jsonPointers),
        joined(jqPathExpressions, others.jqPathExpressions),
        joined(managedFieldsManagers, others.managedFieldsManagers));
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
