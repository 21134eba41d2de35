package io.tocsin.controller.compare;

import io.tocsin.controller.customization.ResourceCustomizations;
import java.util.Optional;

/**
 * How an Application is compared.
 *
 * @param namespace the destination's, for objects that name none
 * @param serverSideApply whether the Application syncs with {@code ServerSideApply=true}
 * @param dryRun what asks the API server, where {@code ServerSideDiff=true}
 * @param includeMutations whether what webhooks would change is a difference in a server-side diff
 */
public record CompareSettings(
    Tracking tracking,
    String namespace,
    Scopes scopes,
    IgnoreRules ignore,
    ResourceCustomizations customizations,
    boolean serverSideApply,
    Optional<DryRun> dryRun,
    boolean includeMutations) {
  /** The name that server-side apply knows this controller by, Argo CD's. */
  public static final String MANAGER = "argocd-controller";

  /** Client-side, as it is where nothing else is asked for. */
  public static CompareSettings standard(
      Tracking tracking,
      String namespace,
      Scopes scopes,
      IgnoreRules ignore,
      ResourceCustomizations customizations) {
    return new CompareSettings(
        tracking, namespace, scopes, ignore, customizations, false, Optional.empty(), false);
  }
}
