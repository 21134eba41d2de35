package io.tocsin.controller.kustomize;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which objects a patch is for: its {@code target}. All that is given must fit. */
final class Selection {
  private static final Set<String> KNOWN =
      Set.of(
          "group", "version", "kind", "name", "namespace", "labelSelector", "annotationSelector");

  private final Fields target;
  private final Pattern group;
  private final Pattern version;
  private final Pattern kind;
  private final Pattern name;
  private final Pattern namespace;

  Selection(Fields target) {
    this.target = target.only(KNOWN);
    this.group = pattern("group");
    this.version = pattern("version");
    this.kind = pattern("kind");
    this.name = pattern("name");
    this.namespace = pattern("namespace");
  }

  private Pattern pattern(String field) {
    String text = target.text(field);
    try {
      return Pattern.compile(text.isEmpty() ? ".*" : "^(?:" + text + ")$");
    } catch (PatternSyntaxException e) {
      throw target.error("\"%s\" is no regular expression".formatted(field));
    }
  }

  List<Resource> of(Resources resources) {
    return resources.matching(this::fits).stream()
        .filter(resource -> fits("labelSelector", resource.labels()))
        .filter(resource -> fits("annotationSelector", resource.annotations()))
        .toList();
  }

  private boolean fits(ObjectId id) {
    return group.matches(id.group())
        && version.matches(id.version())
        && kind.matches(id.kind())
        && name.matches(id.name())
        && namespace.matches(id.namespace());
  }

  private boolean fits(String field, Map<String, String> labels) {
    return LabelSelector.parse(target, field).matches(labels);
  }
}
