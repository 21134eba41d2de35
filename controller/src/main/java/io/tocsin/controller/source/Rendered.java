package io.tocsin.controller.source;

import io.tocsin.controller.runtime.KubeObject;
import java.util.List;

/**
 * What a source became.
 *
 * @param manifests in the order of the files; nothing is added to them, neither a namespace nor a
 *     tracking id. Shared: nobody changes them.
 * @param type empty for a source that is only referred to
 * @param revision the full commit, or a chart's version
 */
public record Rendered(List<KubeObject> manifests, String type, String revision) {
  public Rendered {
    manifests = List.copyOf(manifests);
  }
}
