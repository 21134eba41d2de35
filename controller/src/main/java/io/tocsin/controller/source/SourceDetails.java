package io.tocsin.controller.source;

import io.tocsin.controller.helm.HelmDetails;
import java.util.List;
import java.util.Optional;

/**
 * What {@code repo.GetAppDetails} tells of a source.
 *
 * @param type {@code Helm}, {@code Kustomize} or {@code Directory}
 * @param helm for a chart
 * @param images of a kustomization's containers, each once, in order; else none
 */
public record SourceDetails(String type, Optional<HelmDetails> helm, List<String> images) {
  public SourceDetails {
    images = List.copyOf(images);
  }
}
