package io.tocsin.bench.load.cluster;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Applications of a namespace. */
public record Applications(String namespace, ApplicationPattern pattern) implements Form {
  static final String RESOURCE = "applications";
  private static final Telling TELLING =
      new Telling(
          "app",
          "app.status.operationState.phase in ['Succeeded'] and app.status.health.status =="
              + " 'Healthy'",
          List.of(
              "app.status.operationState.phase in ['Error', 'Failed']",
              "app.status.health.status == 'Degraded'",
              "app.status.sync.status == 'Unknown'",
              "app.status.operationState.phase in ['Running']",
              "any(app.status.resources, {.status == 'OutOfSync'})"),
          "status.operationState.syncResult.revision",
          """
          {{.app.metadata.name}} was synchronised at \
          {{.app.status.operationState.finishedAt}}: {{len .app.status.resources}} resources\
          {{range .app.status.conditions}}, {{.type}}: {{.message}}{{end}}""",
          Map.of());

  static String path(String namespace) {
    return "/apis/argoproj.io/v1alpha1/namespaces/" + namespace + "/" + RESOURCE;
  }

  @Override
  public List<Served> kinds() {
    return List.of(new Served(RESOURCE, "Application", path(namespace)));
  }

  @Override
  public String name(int index) {
    return "app-%05d".formatted(index);
  }

  @Override
  public String make(int index, Map<String, String> labels, Map<String, String> annotations) {
    return pattern.make(namespace, name(index), labels, annotations);
  }

  @Override
  public String turn(String revision, Instant now) {
    return ApplicationPattern.turn(revision, now);
  }

  @Override
  public String noTurn(String revision, Instant now) {
    return ApplicationPattern.noTurn(revision, now);
  }

  @Override
  public Telling telling() {
    return TELLING;
  }
}
