package io.tocsin.notifier.cli.app;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientTimeoutException;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.KubeObjects;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceVersions;
import io.tocsin.notifier.cli.CommandException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Watches an Application until something is so.
 *
 * @param seconds to wait at most; 0 for ever
 * @param what is waited for, for the message when it does not come
 */
record Waiting(Apps apps, ObjectKey key, long seconds, String what) {
  private static final long FOR_EVER = 365L * 24 * 3600;

  /**
   * Waits.
   *
   * @param since versions older than this are passed over
   * @param done asked for each version; an empty one is an Application that is gone
   * @param seen told of each version
   * @return the Application as it was then, empty when it is gone
   */
  Optional<KubeObject> until(
      String since, Predicate<Optional<KubeObject>> done, Consumer<KubeObject> seen) {
    try {
      GenericKubernetesResource last =
          apps.resource(key)
              .waitUntilCondition(
                  resource -> isDone(resource, since, done, seen),
                  seconds == 0 ? FOR_EVER : seconds,
                  TimeUnit.SECONDS);
      return Optional.ofNullable(last).map(KubeObjects::of);
    } catch (KubernetesClientTimeoutException e) {
      throw new CommandException(
          ("%s of Application %s did not come within %d s; `tocsin app get %s --show-operation`"
                  + " shows what it waits for")
              .formatted(what, key, seconds, key));
    }
  }

  private static boolean isDone(
      GenericKubernetesResource resource,
      String since,
      Predicate<Optional<KubeObject>> done,
      Consumer<KubeObject> seen) {
    Optional<KubeObject> now = Optional.ofNullable(resource).map(KubeObjects::of);
    if (now.filter(o -> ResourceVersions.older(o.resourceVersion(), since)).isPresent()) {
      return false;
    }
    now.ifPresent(seen);
    return done.test(now);
  }
}
