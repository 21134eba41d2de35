package io.tocsin.controller.sync.delete;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.runtime.KubeObject;
import java.util.List;

/**
 * What is to be deleted.
 *
 * @param application with its time of deletion
 * @param targets what the sources render, tracked; only hooks of deletions are looked at, so that
 *     it may be empty for an Application without their finalizers
 * @param live what the Application owns in the cluster and the project permits
 */
public record DeletionRequest(
    Application application, List<KubeObject> targets, List<KubeObject> live) {
  public DeletionRequest {
    targets = List.copyOf(targets);
    live = List.copyOf(live);
  }
}
