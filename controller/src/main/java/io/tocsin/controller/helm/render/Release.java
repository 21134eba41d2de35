package io.tocsin.controller.helm.render;

import io.tocsin.templates.functions.Dict;
import io.tocsin.templates.golang.GoInt;
import java.util.Map;

/**
 * What a chart is rendered as; always an installation, as {@code helm template} has it.
 *
 * @param namespace where what is rendered will go
 */
public record Release(String name, String namespace) {
  /** {@code .Release}. */
  Map<String, Object> variable() {
    Dict release = new Dict();
    release.put("Name", name);
    release.put("Namespace", namespace);
    release.put("IsInstall", true);
    release.put("IsUpgrade", false);
    release.put("Revision", GoInt.of(1));
    release.put("Service", "Helm");
    return release;
  }
}
