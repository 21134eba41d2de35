package io.tocsin.controller.reconcile;

import io.tocsin.controller.application.AppProject;
import io.tocsin.controller.application.Application;
import io.tocsin.controller.project.Permissions;
import io.tocsin.controller.reconcile.cluster.ClusterConnection;
import io.tocsin.controller.sync.ClusterApi;
import io.tocsin.controller.sync.cluster.RequestListener;

/**
 * An Application whose specification is sound, with all that it needs.
 *
 * @param instance what its objects are marked with
 * @param requests told of those that are made for the Application alone
 */
record Subject(
    Application application,
    String instance,
    AppProject project,
    Permissions permissions,
    ClusterConnection cluster,
    RequestListener requests,
    Settings settings) {

  String namespace() {
    return application.spec().destination().namespace();
  }

  ClusterApi api() {
    return cluster.api(requests);
  }

  Subject with(Application other) {
    return new Subject(other, instance, project, permissions, cluster, requests, settings);
  }
}
