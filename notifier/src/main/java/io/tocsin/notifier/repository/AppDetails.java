package io.tocsin.notifier.repository;

import io.tocsin.controller.application.HelmOptions;
import io.tocsin.controller.helm.HelmDetails;
import io.tocsin.controller.source.SourceDetails;
import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoObject;
import io.tocsin.templates.golang.GoType;
import io.tocsin.templates.golang.GoTyped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code repo.GetAppDetails()} returns: Go's shared.AppDetail of Argo CD. */
record AppDetails(SourceDetails details, List<HelmOptions.Parameter> overrides)
    implements GoObject {
  @Override
  public String typeName() {
    return "shared.AppDetail";
  }

  @Override
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("Type", details.type());
    details.helm().ifPresent(helm -> fields.put("Helm", new Chart(helm, overrides)));
    if (details.type().equals("Kustomize")) {
      fields.put("Kustomize", new Fields("apiclient.KustomizeAppSpec", images()));
    }
    if (details.type().equals("Directory")) {
      fields.put("Directory", new Fields("apiclient.DirectoryAppSpec", Map.of()));
    }
    return fields;
  }

  private Map<String, Object> images() {
    return Map.of("Images", strings(details.images()));
  }

  private static Object strings(List<String> list) {
    return GoTyped.list(GoType.STRINGS, list);
  }

  /** A struct without methods. */
  private record Fields(String typeName, Map<String, Object> fields) implements GoObject {}

  /** A chart; what the Application overrides goes before what the chart says. */
  private record Chart(HelmDetails helm, List<HelmOptions.Parameter> overrides)
      implements GoObject {
    @Override
    public String typeName() {
      return "shared.CustomHelmAppSpec";
    }

    @Override
    public Map<String, Object> fields() {
      Map<String, Object> spec = new LinkedHashMap<>();
      spec.put("ValueFiles", strings(helm.valueFiles()));
      spec.put(
          "Parameters",
          helm.parameters().entrySet().stream()
              .map(entry -> parameter(entry.getKey(), entry.getValue(), false))
              .toList());
      spec.put("Values", helm.values());
      spec.put(
          "FileParameters", helm.fileParameters().stream().map(file -> Chart.file(file)).toList());
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("HelmAppSpec", new Fields("apiclient.HelmAppSpec", spec));
      fields.put(
          "HelmParameterOverrides",
          overrides.stream()
              .map(each -> parameter(each.name(), each.value(), each.forceString()))
              .toList());
      return fields;
    }

    private static Object parameter(String name, String value, boolean forceString) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("Name", name);
      fields.put("Value", value);
      fields.put("ForceString", forceString);
      return new Fields("v1alpha1.HelmParameter", fields);
    }

    private static Object file(HelmOptions.FileParameter file) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("Name", file.name());
      fields.put("Path", file.path());
      return new Fields("v1alpha1.HelmFileParameter", fields);
    }

    @Override
    public Optional<GoFunction> method(String name) {
      return switch (name) {
        case "GetParameterValueByName" ->
            Optional.of(
                GoFunction.of(name, GoType.STRING, a -> value((String) a[0]), GoType.STRING));
        case "GetFileParameterPathByName" ->
            Optional.of(
                GoFunction.of(name, GoType.STRING, a -> path((String) a[0]), GoType.STRING));
        default -> Optional.empty();
      };
    }

    private String value(String name) {
      return overrides.stream()
          .filter(each -> each.name().equals(name))
          .map(HelmOptions.Parameter::value)
          .findFirst()
          .orElseGet(() -> helm.parameters().getOrDefault(name, ""));
    }

    private String path(String name) {
      return helm.fileParameters().stream()
          .filter(each -> each.name().equals(name))
          .map(HelmOptions.FileParameter::path)
          .findFirst()
          .orElse("");
    }
  }
}
