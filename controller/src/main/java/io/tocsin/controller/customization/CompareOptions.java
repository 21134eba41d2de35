package io.tocsin.controller.customization;

/**
 * {@code resource.compareoptions} of {@code argocd-cm}.
 *
 * @param ignoreAggregatedRoles whether the rules of aggregated ClusterRoles are left out
 * @param ignoreStatus whose {@code status} is left out
 */
public record CompareOptions(boolean ignoreAggregatedRoles, IgnoreStatus ignoreStatus) {
  public static final CompareOptions DEFAULT = new CompareOptions(false, IgnoreStatus.ALL);

  /** Of which kinds the status is left out. */
  public enum IgnoreStatus {
    ALL,
    DEFINITIONS,
    NONE
  }
}
