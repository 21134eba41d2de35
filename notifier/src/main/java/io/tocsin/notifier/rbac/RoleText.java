package io.tocsin.notifier.rbac;

import io.tocsin.notifier.config.Yaml;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A role with its binding as YAML, as people would write it.
 *
 * @param account the ServiceAccount that may do it
 * @param controlPlane its namespace
 */
record RoleText(Role role, String account, String controlPlane) {
  private static final String NAME = Permissions.ACCOUNT;
  private static final Pattern WORD = Pattern.compile("[a-z][-a-z0-9.]*");

  /** Between two documents. */
  static final String BETWEEN = "---\n";

  private static final String API_GROUP = "rbac.authorization.k8s.io";

  /** The two documents. */
  String text() {
    StringBuilder text = new StringBuilder();
    head(text, kind());
    text.append("rules:\n");
    role.rules().forEach(rule -> rule(text, rule));
    text.append(BETWEEN);
    head(text, kind() + "Binding");
    text.append("roleRef:\n")
        .append("  apiGroup: ")
        .append(API_GROUP)
        .append('\n')
        .append("  kind: ")
        .append(kind())
        .append('\n')
        .append("  name: ")
        .append(name())
        .append('\n')
        .append("subjects:\n")
        .append("  - kind: ServiceAccount\n")
        .append("    name: ")
        .append(scalar(account))
        .append('\n')
        .append("    namespace: ")
        .append(scalar(controlPlane))
        .append('\n');
    return text.toString();
  }

  private String kind() {
    return role.namespace().isEmpty() ? "ClusterRole" : "Role";
  }

  private String name() {
    return NAME + "-" + role.suffix();
  }

  private void head(StringBuilder text, String kind) {
    text.append("apiVersion: ")
        .append(API_GROUP)
        .append("/v1\n")
        .append("kind: ")
        .append(kind)
        .append('\n')
        .append("metadata:\n")
        .append("  name: ")
        .append(name())
        .append('\n');
    if (!role.namespace().isEmpty()) {
      text.append("  namespace: ").append(scalar(role.namespace())).append('\n');
    }
    text.append("  labels:\n")
        .append("    app.kubernetes.io/name: ")
        .append(NAME)
        .append('\n')
        .append("    app.kubernetes.io/part-of: tocsin\n");
  }

  private static void rule(StringBuilder text, Rule rule) {
    rule.remarks().forEach(remark -> text.append("  # ").append(remark).append('\n'));
    text.append("  - apiGroups: [")
        .append(scalar(rule.group()))
        .append("]\n")
        .append("    resources: [")
        .append(scalar(rule.plural()))
        .append("]\n");
    if (!rule.names().isEmpty()) {
      text.append("    resourceNames: ").append(list(rule.names())).append('\n');
    }
    text.append("    verbs: ").append(list(rule.verbs())).append('\n');
  }

  private static String list(Collection<String> texts) {
    return texts.stream().map(RoleText::scalar).collect(Collectors.joining(", ", "[", "]"));
  }

  /** In quotes where it would not be a text otherwise. */
  private static String scalar(String text) {
    return WORD.matcher(text).matches() ? Yaml.write(text).strip() : Yaml.compact(text);
  }
}
