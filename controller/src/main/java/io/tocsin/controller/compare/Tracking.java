package io.tocsin.controller.compare;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ResourceKey;
import io.tocsin.controller.runtime.Trees;
import java.util.Optional;

/**
 * How objects are marked as belonging to an Application.
 *
 * @param labelKey {@code application.instanceLabelKey} of {@code argocd-cm}
 * @param instance the Application's name, or {@code namespace_name} outside the control plane
 * @param installationId that of {@code argocd-cm}; empty for none
 */
public record Tracking(
    TrackingMethod method, String labelKey, String instance, String installationId) {
  public static final String TRACKING_ID = "argocd.argoproj.io/tracking-id";
  public static final String INSTALLATION_ID = "argocd.argoproj.io/installation-id";
  public static final String INSTANCE_LABEL = "app.kubernetes.io/instance";
  private static final int LABEL_LENGTH = 63;

  /** By annotation alone, which is Argo CD's default. */
  public static Tracking byAnnotation(String instance) {
    return new Tracking(TrackingMethod.ANNOTATION, INSTANCE_LABEL, instance, "");
  }

  /**
   * The object with the mark; a CustomResourceDefinition stays without, as others use it too.
   *
   * @param namespace the destination's, for objects that name none
   */
  public KubeObject mark(KubeObject target, String namespace) {
    if (isDefinition(target)) {
      return target;
    }
    KubeObject marked = target;
    if (method != TrackingMethod.LABEL) {
      String place = target.namespace().isEmpty() ? namespace : target.namespace();
      ResourceKey key = new ResourceKey(target.group(), target.kind(), place, target.name());
      marked = annotated(marked, TRACKING_ID, new TrackingId(instance, key).toString());
      marked = annotated(marked, INSTALLATION_ID, installationId.isEmpty() ? null : installationId);
    }
    return switch (method) {
      case ANNOTATION -> marked;
      case LABEL -> labelled(marked, instance);
      case ANNOTATION_AND_LABEL -> labelled(marked, shortened());
    };
  }

  private static boolean isDefinition(KubeObject object) {
    return object.kind().equals("CustomResourceDefinition")
        && object.group().equals("apiextensions.k8s.io");
  }

  private static KubeObject annotated(KubeObject object, String name, String value) {
    return new KubeObject(Trees.with(object.content(), value, "metadata", "annotations", name));
  }

  private KubeObject labelled(KubeObject object, String value) {
    return new KubeObject(Trees.with(object.content(), value, "metadata", "labels", labelKey));
  }

  private String shortened() {
    if (instance.length() <= LABEL_LENGTH) {
      return instance;
    }
    int end = LABEL_LENGTH;
    while (end > 1 && !Character.isLetterOrDigit(instance.charAt(end - 1))) {
      end--;
    }
    return instance.substring(0, end);
  }

  /** The instance that the live object is marked for, this one or another. */
  public Optional<String> instanceOf(KubeObject live) {
    return method == TrackingMethod.LABEL
        ? Optional.ofNullable(live.labels().get(labelKey)).filter(value -> !value.isEmpty())
        : idOf(live).map(TrackingId::instance);
  }

  /** Whether the live object is marked for this Application. */
  public boolean marks(KubeObject live) {
    return instanceOf(live).filter(instance::equals).isPresent();
  }

  /**
   * Whether the mark on the live object is its own: annotations get copied to other objects by
   * other controllers.
   *
   * @param target what it is compared with; null when there is nothing
   */
  boolean isOwn(KubeObject live, KubeObject target) {
    if (live == null || method == TrackingMethod.LABEL) {
      return true;
    }
    if (target != null) {
      return new TrackingId(instance, ResourceKey.of(target)).isAbout(live);
    }
    return idOf(live).map(id -> id.isAbout(live)).orElse(true);
  }

  private Optional<TrackingId> idOf(KubeObject live) {
    boolean ours =
        installationId.isEmpty() || installationId.equals(live.annotations().get(INSTALLATION_ID));
    return Optional.ofNullable(live.annotations().get(TRACKING_ID))
        .filter(value -> ours)
        .flatMap(TrackingId::parse);
  }

  /**
   * The live object as one that never was tracked by label, so that a change of the method changes
   * no object by itself.
   */
  KubeObject withoutOldMarks(KubeObject live, KubeObject target) {
    if (method == TrackingMethod.LABEL
        || live.labels().getOrDefault(labelKey, "").isEmpty()
        || isDefinition(live)) {
      return live;
    }
    KubeObject result = live;
    String wanted = target.annotations().get(TRACKING_ID);
    if (!live.annotations().containsKey(TRACKING_ID) && wanted != null) {
      result = annotated(result, TRACKING_ID, wanted);
    }
    return target.labels().getOrDefault(labelKey, "").isEmpty() ? labelled(result, null) : result;
  }
}
