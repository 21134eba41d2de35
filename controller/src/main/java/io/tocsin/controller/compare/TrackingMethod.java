package io.tocsin.controller.compare;

/** {@code application.resourceTrackingMethod} of {@code argocd-cm}. */
public enum TrackingMethod {
  ANNOTATION,
  LABEL,
  ANNOTATION_AND_LABEL;

  /** By its name there; the annotation for any other text. */
  public static TrackingMethod of(String text) {
    return switch (text) {
      case "label" -> LABEL;
      case "annotation+label" -> ANNOTATION_AND_LABEL;
      default -> ANNOTATION;
    };
  }
}
