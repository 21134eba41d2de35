package io.tocsin.controller.reconcile;

import io.tocsin.controller.application.IgnoreDifference;
import io.tocsin.controller.application.SyncOptions;
import io.tocsin.controller.compare.CompareSettings;
import io.tocsin.controller.compare.Comparer;
import io.tocsin.controller.compare.DryRun;
import io.tocsin.controller.compare.IgnoreRules;
import io.tocsin.controller.reconcile.cluster.ClusterConnection;
import java.util.List;
import java.util.Optional;

/**
 * How an Application is compared, until something changes that this depends on.
 *
 * @param settings for what else compares
 */
record Comparing(Basis basis, CompareSettings settings, Comparer comparer) {
  private static final String OPTIONS = "argocd.argoproj.io/compare-options";

  /** All that it depends on. */
  record Basis(
      Settings settings,
      ClusterConnection cluster,
      String instance,
      String namespace,
      List<IgnoreDifference> ignored,
      boolean serverSideApply,
      List<String> options) {
    static Basis of(Subject subject) {
      var spec = subject.application().spec();
      return new Basis(
          subject.settings(),
          subject.cluster(),
          subject.instance(),
          subject.namespace(),
          spec.ignoreDifferences(),
          spec.syncPolicy().options().has("ServerSideApply=true"),
          SyncOptions.commaSeparated(
              subject.application().object().annotations().getOrDefault(OPTIONS, "")));
    }

    /** Without comparing what {@code argocd-cm} says in all its parts. */
    @SuppressWarnings("ReferenceEquality")
    boolean isSame(Basis other) {
      return settings == other.settings
          && cluster == other.cluster
          && instance.equals(other.instance)
          && namespace.equals(other.namespace)
          && ignored.equals(other.ignored)
          && serverSideApply == other.serverSideApply
          && options.equals(other.options);
    }
  }

  /** The same as before, if nothing has changed. */
  static Comparing of(Subject subject, Comparing before) {
    Basis basis = Basis.of(subject);
    return before != null && before.basis.isSame(basis) ? before : anew(basis);
  }

  private static Comparing anew(Basis basis) {
    boolean server = basis.options.contains("ServerSideDiff=true");
    Optional<DryRun> dryRun =
        server ? Optional.of(basis.cluster.server()::tryOut) : Optional.empty();
    var customizations = basis.settings.customizations();
    CompareSettings settings =
        new CompareSettings(
            basis.settings.tracking(basis.instance),
            basis.namespace,
            basis.cluster.live(),
            IgnoreRules.of(basis.ignored, customizations),
            customizations,
            basis.serverSideApply,
            dryRun,
            basis.options.contains("IncludeMutationWebhook=true"));
    return new Comparing(basis, settings, new Comparer(settings));
  }
}
