package io.tocsin.notifier.cluster;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.cluster.Definition.Place;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.pipeline.Configurations;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The configurations that speak for the objects of one place. */
record SpeakingFor(
    Place place,
    Configurations applications,
    WatchedNotifications notifications,
    WatchedResources resources)
    implements Configurations {
  @Override
  public List<Scoped> of(KubeObject object) {
    List<Scoped> watched = resources.of(place, object);
    return place.equals(Place.APPLICATIONS)
        ? Stream.concat(applications.of(object).stream(), watched.stream()).toList()
        : watched;
  }

  @Override
  public Optional<Configuration> in(String scope) {
    return notifications.in(scope).or(() -> applications.in(scope));
  }
}
