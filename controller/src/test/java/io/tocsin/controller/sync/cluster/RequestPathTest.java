package io.tocsin.controller.sync.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestPathTest {
  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/namespaces/team/configmaps/one, Get configmaps team",
    "GET, /api/v1/namespaces/team/configmaps, List configmaps team",
    "POST, /apis/apps/v1/namespaces/team/deployments, Create deployments team",
    "PATCH, /apis/apps/v1/namespaces/team/deployments/web, Patch deployments team",
    "DELETE, /api/v1/namespaces/team, Delete namespaces ''",
    "PATCH, /api/v1/namespaces/team/status, Patch namespaces ''",
    "PUT, /apis/rbac.authorization.k8s.io/v1/clusterroles/reader, Update clusterroles ''",
    "GET, /apis/apps/v1, 'List  '''''"
  })
  void aPathTellsWhatARequestIsAbout(String method, String path, String said) {
    RequestPath about = RequestPath.of(path);

    assertThat(
            "%s %s %s"
                .formatted(
                    about.verb(method),
                    about.resource(),
                    about.namespace().isEmpty() ? "''" : about.namespace()))
        .isEqualTo(said);
  }
}
