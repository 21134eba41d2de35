package io.tocsin.controller.application;

import java.util.List;
import java.util.Map;

/**
 * What is no difference. Texts that are empty fit all.
 *
 * @param managedFieldsManagers managers whose fields are not looked at
 */
public record IgnoreDifference(
    String group,
    String kind,
    String name,
    String namespace,
    List<String> jsonPointers,
    List<String> jqPathExpressions,
    List<String> managedFieldsManagers) {
  static IgnoreDifference read(Fields fields) {
    return new IgnoreDifference(
        fields.text("group"),
        fields.text("kind"),
        fields.text("name"),
        fields.text("namespace"),
        fields.texts("jsonPointers"),
        fields.texts("jqPathExpressions"),
        fields.texts("managedFieldsManagers"));
  }

  Map<String, Object> written() {
    return new Written()
        .text("group", group)
        .always("kind", kind)
        .text("name", name)
        .text("namespace", namespace)
        .texts("jsonPointers", jsonPointers)
        .texts("jqPathExpressions", jqPathExpressions)
        .texts("managedFieldsManagers", managedFieldsManagers)
        .done();
  }
}
