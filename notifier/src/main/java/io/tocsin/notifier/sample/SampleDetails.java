package io.tocsin.notifier.sample;

import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoObject;
import io.tocsin.templates.golang.GoType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a repository says that holds a Helm chart with the parameter {@code image.tag}. */
record SampleDetails() implements GoObject {
  private static final String TAG = "1.4.2";

  @Override
  public String typeName() {
    return "shared.AppDetail";
  }

  @Override
  public Map<String, Object> fields() {
    return Map.of(
        "Type",
        "Helm",
        "Helm",
        new Chart(),
        "Kustomize",
        Map.of("Images", List.of("ghcr.io/example/guestbook:" + TAG)),
        "Directory",
        Map.of());
  }

  private record Chart() implements GoObject {
    @Override
    public String typeName() {
      return "shared.CustomHelmAppSpec";
    }

    @Override
    public Map<String, Object> fields() {
      return Map.of(
          "Name",
          "guestbook",
          "ValueFiles",
          List.of("values.yaml"),
          "Values",
          "image:\n  tag: " + TAG + "\n",
          "Parameters",
          List.of(Map.of("Name", "image.tag", "Value", TAG)));
    }

    @Override
    public Optional<GoFunction> method(String name) {
      return name.equals("GetParameterValueByName")
          ? Optional.of(GoFunction.of(name, GoType.STRING, _ -> TAG, GoType.STRING))
          : Optional.empty();
    }
  }
}
