package io.tocsin.controller.reconcile;

import io.tocsin.controller.runtime.KubeObject;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is remembered of an Application between two turns; all of it can be found out again. What is
 * not guarded belongs to the worker that has the Application's key.
 */
final class AppMemory {
  private Refresh pending = Refresh.LATEST;
  private Interest seen;
  private KubeObject written;

  /** What was rendered last of what the specification says; null when nothing was. */
  Rendering rendering;

  /** What the operation under way syncs; null when that is not known (any more). */
  OperationTargets operationTargets;

  Comparing comparing;

  /** How many objects of its namespace are nobody's; absent where that is not watched. */
  OptionalLong orphans = OptionalLong.empty();

  /** When revisions were resolved last; null when they were not. */
  Instant refreshedAt;

  /** When caches were not trusted last. */
  Instant hardRefreshedAt;

  /** When to refresh though nothing happens; null for never. */
  Instant expiresAt;

  /** Before which no step of the sync is due. */
  Instant notBefore = Instant.EPOCH;

  /** Since when the sources cannot be reached; null while they can. */
  Instant unreachableSince;

  synchronized void want(Refresh refresh) {
    pending = pending.or(refresh);
  }

  synchronized Refresh takePending() {
    Refresh taken = pending;
    pending = Refresh.NONE;
    return taken;
  }

  /** Whether a version that a watch shows makes work; if so, it is to be looked at. */
  synchronized boolean isNews(KubeObject object) {
    Interest interest = Interest.of(object);
    boolean own = written != null && written.resourceVersion().equals(object.resourceVersion());
    boolean news = !own && !interest.equals(seen);
    seen = interest;
    if (news) {
      want(Refresh.RECENT);
    }
    return news;
  }

  /**
   * What was written here, as the server answered.
   *
   * @param expected what it would be if nobody else had changed it meanwhile
   * @return whether somebody has, so that it makes work though watches show nothing new
   */
  synchronized boolean wrote(KubeObject object, KubeObject expected) {
    written = object;
    seen = Interest.of(object);
    boolean news = !seen.equals(Interest.of(expected));
    if (news) {
      want(Refresh.RECENT);
    }
    return news;
  }

  /** The Application as it was written last, if it was. */
  synchronized Optional<KubeObject> written() {
    return Optional.ofNullable(written);
  }
}
