package io.tocsin.controller.helm;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The variables that parameters and paths of value files may name, such as {@code
 * $ARGOCD_APP_NAME}. Names and rules: Argo CD's build environment.
 */
public record BuildEnvironment(Map<String, String> variables) {
  private static final String ONE_CHARACTER_NAMES = "*#$@!?-0123456789";

  public static final BuildEnvironment EMPTY = new BuildEnvironment(Map.of());

  public BuildEnvironment {
    variables = Map.copyOf(variables);
  }

  /**
   * The variables of an Application's source.
   *
   * @param namespace of the destination
   * @param revision that was resolved, such as a commit's hash or a chart's version
   */
  public static BuildEnvironment of(
      String application,
      String namespace,
      String project,
      String revision,
      String repository,
      String path,
      String targetRevision) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("ARGOCD_APP_NAME", application);
    variables.put("ARGOCD_APP_NAMESPACE", namespace);
    variables.put("ARGOCD_APP_PROJECT_NAME", project);
    variables.put("ARGOCD_APP_REVISION", revision);
    variables.put("ARGOCD_APP_REVISION_SHORT", begin(revision, 7));
    variables.put("ARGOCD_APP_REVISION_SHORT_8", begin(revision, 8));
    variables.put("ARGOCD_APP_SOURCE_REPO_URL", repository);
    variables.put("ARGOCD_APP_SOURCE_PATH", path);
    variables.put("ARGOCD_APP_SOURCE_TARGET_REVISION", targetRevision);
    return new BuildEnvironment(variables);
  }

  private static String begin(String text, int length) {
    return text.length() > length ? text.substring(0, length) : text;
  }

  /**
   * The text with {@code $name} and <code>${name}</code> replaced, a name that is not known by
   * nothing and {@code $$} by a dollar sign.
   */
  public String substitute(String text) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '$' || at == text.length()) {
        out.append(c);
        continue;
      }
      at = variable(text, at, out);
    }
    return out.toString();
  }

  /** Appends what stands for the variable after the dollar sign; returns where the text goes on. */
  private int variable(String text, int from, StringBuilder out) {
    char first = text.charAt(from);
    if (first == '{') {
      int end = text.indexOf('}', from);
      if (end < 0) {
        return from + 1;
      }
      out.append(value(text.substring(from + 1, end)));
      return end + 1;
    }
    if (ONE_CHARACTER_NAMES.indexOf(first) >= 0) {
      out.append(value(text.substring(from, from + 1)));
      return from + 1;
    }
    int end = from;
    while (end < text.length() && isNamePart(text.charAt(end))) {
      end++;
    }
    out.append(end == from ? "$" : value(text.substring(from, end)));
    return end;
  }

  private static boolean isNamePart(char c) {
    return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
  }

  private String value(String name) {
    return name.equals("$") ? "$" : variables.getOrDefault(name, "");
  }
}
