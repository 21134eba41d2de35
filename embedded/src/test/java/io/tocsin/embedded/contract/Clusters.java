package io.tocsin.embedded.contract;

import io.tocsin.embedded.EmbeddedKubernetes;
import io.tocsin.embedded.real.RealKubernetes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** The clusters of a test run, started at first use and shared by all classes. */
final class Clusters implements ArgumentsProvider {
  @Override
  public Stream<Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    Store store = context.getRoot().getStore(Namespace.create(Clusters.class));
    List<Arguments> clusters = new ArrayList<>();
    clusters.add(
        Arguments.of(
            store.computeIfAbsent(
                "embedded", key -> new EmbeddedCluster(EmbeddedKubernetes.start()))));
    RealKubernetes.assets()
        .map(assets -> store.computeIfAbsent("real", key -> real(assets)))
        .ifPresent(cluster -> clusters.add(Arguments.of(cluster)));
    return clusters.stream();
  }

  private static Cluster real(Path assets) {
    return new RealCluster(RealKubernetes.start(assets));
  }
}
