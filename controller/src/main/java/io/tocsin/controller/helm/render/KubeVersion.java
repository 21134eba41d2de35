package io.tocsin.controller.helm.render;

import io.tocsin.controller.helm.chart.HelmException;
import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoObject;
import io.tocsin.templates.golang.GoType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of Kubernetes that charts see.
 *
 * @param version such as {@code v1.34.2}, without what follows the three numbers
 */
public record KubeVersion(String version, String major, String minor) implements GoObject {
  private static final Pattern FORM = Pattern.compile("v?(\\d+)\\.(\\d+)(?:\\.(\\d+))?(?![0-9]).*");

  /**
   * Reads a version such as {@code 1.30}, {@code v1.30.2-eks-1} or {@code v1.30.2+k3s1}. What
   * follows the numbers is left out, as Argo CD does.
   *
   * @throws HelmException when it is none
   */
  public static KubeVersion parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new HelmException("kubeVersion \"" + text + "\" is no version");
    }
    String patch = form.group(3) == null ? "0" : form.group(3);
    String version = "v" + form.group(1) + "." + form.group(2) + "." + patch;
    return new KubeVersion(version, form.group(1), form.group(2));
  }

  @Override
  public String typeName() {
    return "common.KubeVersion";
  }

  @Override
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("Version", version);
    fields.put("Major", major);
    fields.put("Minor", minor);
    return fields;
  }

  @Override
  public Optional<GoFunction> method(String name) {
    return name.equals("String") || name.equals("GitVersion")
        ? Optional.of(GoFunction.of(name, GoType.STRING, _ -> version))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return version;
  }
}
