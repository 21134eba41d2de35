package io.tocsin.controller.compare;

import io.tocsin.controller.application.SyncOptions;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.KubeObjects;
import io.tocsin.controller.runtime.Trees;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Compares one target with one live object. Safe for use by several threads. */
final class ObjectComparer {
  static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
  static final String COMPARE_OPTIONS = "argocd.argoproj.io/compare-options";

  /** Groups whose types are the API's own; definitions of custom kinds are compared as those. */
  private static final Set<String> BUILT_IN =
      Set.of(
          "",
          "admissionregistration.k8s.io",
          "apiregistration.k8s.io",
          "apps",
          "autoscaling",
          "batch",
          "certificates.k8s.io",
          "coordination.k8s.io",
          "discovery.k8s.io",
          "events.k8s.io",
          "extensions",
          "flowcontrol.apiserver.k8s.io",
          "networking.k8s.io",
          "node.k8s.io",
          "policy",
          "rbac.authorization.k8s.io",
          "scheduling.k8s.io",
          "storage.k8s.io");

  private final CompareSettings settings;
  private final Normalization normalization;
  private final KnownTypes knownTypes;

  ObjectComparer(CompareSettings settings) {
    this.settings = settings;
    this.normalization = new Normalization(settings.customizations().compareOptions());
    this.knownTypes = new KnownTypes(settings.customizations());
  }

  /** Either may be null, not both. */
  Difference compare(KubeObject target, KubeObject live) {
    if (live == null) {
      return new Difference(true, null, stripped(target, normalization.normalize(target)));
    }
    if (target == null) {
      return new Difference(false, stripped(live, normalization.normalize(live)), null);
    }
    return settings.dryRun().isPresent() && !saysNo(target)
        ? serverSide(settings.dryRun().get(), target, live)
        : clientSide(target, live);
  }

  private static boolean saysNo(KubeObject target) {
    return hasOption(target, COMPARE_OPTIONS, "ServerSideDiff=false");
  }

  static boolean hasOption(KubeObject object, String annotation, String option) {
    String text = object.annotations().get(annotation);
    return text != null && SyncOptions.commaSeparated(text).contains(option);
  }

  private Map<String, Object> stripped(KubeObject identity, Map<String, Object> content) {
    return settings.ignore().strip(identity, content);
  }

  private Difference clientSide(KubeObject target, KubeObject live) {
    boolean builtIn = BUILT_IN.contains(target.group());
    KubeObject is = settings.tracking().withoutOldMarks(live, target);
    FieldSet.Pair pair = withoutTrusted(target, is);
    Map<String, Object> wanted =
        stripped(target, bare(normalization.normalize(object(pair.other())), is));
    Map<String, Object> current = stripped(target, normalization.normalize(object(pair.value())));
    wanted = knownTypes.align(target, wanted, current);
    boolean structured = isAppliedServerSide(target);
    ManagedFields managed = structured ? ManagedFields.of(live) : new ManagedFields(List.of());
    Map<String, Object> applied =
        structured ? owned(managed, current) : lastApplied(target, is).orElse(wanted);
    Map<String, Object> predicted =
        new Merge(builtIn, structured).predict(applied, wanted, current, managed.all());
    return difference(current, predicted);
  }

  private boolean isAppliedServerSide(KubeObject target) {
    return hasOption(target, SyncOptions.ANNOTATION, "ServerSideApply=true")
        || (settings.serverSideApply()
            && !hasOption(target, SyncOptions.ANNOTATION, "ServerSideApply=false"));
  }

  private static Map<String, Object> owned(ManagedFields managed, Map<String, Object> live) {
    FieldSet own = managed.appliedBy(CompareSettings.MANAGER);
    return own.isEmpty()
        ? Map.of()
        : Trees.map(own.of(live, managed.ofOthers(CompareSettings.MANAGER)));
  }

  /** Both without the fields in which a manager who is trusted differs. */
  private FieldSet.Pair withoutTrusted(KubeObject target, KubeObject live) {
    List<String> trusted = settings.ignore().managers(target);
    return trusted.isEmpty()
        ? new FieldSet.Pair(live.content(), target.content())
        : ManagedFields.of(live)
            .ofAny(trusted)
            .withoutDifferences(live.content(), target.content());
  }

  private static KubeObject object(Object content) {
    return new KubeObject(Trees.map(content));
  }

  /** What was applied, and what is, need not be of one version nor both name their namespace. */
  private static Map<String, Object> bare(Map<String, Object> content, KubeObject live) {
    Map<String, Object> result = Trees.without(content, "metadata", "namespace");
    result = Trees.without(result, "metadata", "annotations", LAST_APPLIED);
    return Trees.with(result, live.at("apiVersion"), "apiVersion");
  }

  private Optional<Map<String, Object>> lastApplied(KubeObject identity, KubeObject live) {
    String text = live.annotations().get(LAST_APPLIED);
    if (text == null) {
      return Optional.empty();
    }
    try {
      Object parsed = KubeObjects.numbers(JsonMapper.shared().readValue(text, Object.class));
      return parsed instanceof Map<?, ?>
          ? Optional.of(stripped(identity, bare(normalization.normalize(object(parsed)), live)))
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private Difference serverSide(DryRun dryRun, KubeObject target, KubeObject live) {
    KubeObject answer = dryRun.apply(target);
    Map<String, Object> current = serverForm(target, live);
    Map<String, Object> predicted = serverForm(target, answer);
    if (!settings.includeMutations()) {
      predicted = withoutMutations(target, answer, predicted, current);
    }
    return Trees.same(current, predicted)
        ? new Difference(false, current, current)
        : new Difference(true, current, predicted);
  }

  private Map<String, Object> serverForm(KubeObject identity, KubeObject object) {
    Map<String, Object> content = stripped(identity, normalization.normalize(object));
    content = Trees.without(content, "metadata", "resourceVersion");
    content = Trees.without(content, "metadata", "generation");
    return Trees.without(content, "metadata", "annotations", LAST_APPLIED);
  }

  /** What this controller does not own in the answer is as it is now. */
  private static Map<String, Object> withoutMutations(
      KubeObject target,
      KubeObject answer,
      Map<String, Object> predicted,
      Map<String, Object> current) {
    ManagedFields after = ManagedFields.of(answer);
    FieldSet own = after.appliedBy(CompareSettings.MANAGER);
    if (own.isEmpty()) {
      return predicted;
    }
    boolean builtIn = BUILT_IN.contains(target.group());
    Map<String, Object> wanted = Trees.map(own.of(predicted, FieldSet.EMPTY));
    Map<String, Object> gone = new Removals(builtIn).of(current, predicted, wanted, after.all());
    return new Merge(builtIn, true).predict(gone, wanted, current, after.all());
  }

  private static Difference difference(Map<String, Object> live, Map<String, Object> predicted) {
    return new Difference(!Trees.isIdentical(predicted, live), live, predicted);
  }
}
