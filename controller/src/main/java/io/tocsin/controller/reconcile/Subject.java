package io.tocsin.controller.reconcile;

import io.tocsin.controller.application.AppProject;
import io.tocsin.controller.application.Application;
import io.tocsin.controller.project.Permissions;
import io.tocsin.controller.reconcile.cluster.ClusterConnection;

/**
 * An Application whose specification is sound, with all that it needs.
 *
 * @param instance what its objects are marked with
 */
record Subject(
    Application application,
    String instance,
    AppProject project,
    Permissions permissions,
    ClusterConnection cluster,
    Settings settings) {

  String namespace() {
    return application.spec().destination().namespace();
  }

  Subject with(Application other) {
    return new Subject(other, instance, project, permissions, cluster, settings);
  }
}
