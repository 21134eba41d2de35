package io.tocsin.bench.load.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The CustomResourceDefinitions that a run needs. */
public record Definitions(List<JsonNode> all) {
  private static final String PATH = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
  private static final long LIMIT_NANOS = 30_000_000_000L;
  private static final int NOT_FOUND = 404;

  public Definitions {
    all = List.copyOf(all);
  }

  /**
   * Reads.
   *
   * @param folder of YAML files
   * @param kinds how many kinds of the harness's own there are beside
   */
  public static Definitions read(Path folder, int kinds) throws IOException {
    List<JsonNode> all = new ArrayList<>();
    try (var files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        all.add(YAMLMapper.builder().build().readTree(Files.readString(file)));
      }
    }
    CustomKind.first(kinds).forEach(kind -> all.add(kind.definition()));
    return new Definitions(all);
  }

  /** Creates those that are missing. */
  void create(Api api) {
    for (JsonNode definition : all) {
      if (api.get(PATH + "/" + definition.at("/metadata/name").asString()).status() == NOT_FOUND) {
        api.send("POST", "customresourcedefinitions", PATH, Api.JSON, definition.toString());
      }
    }
  }

  /** What they define, in a namespace. */
  List<Served> in(String namespace) {
    return all.stream().map(definition -> Served.of(definition, namespace)).toList();
  }

  /** Waits until all are served. */
  void await(Api api, String namespace) throws InterruptedException {
    long end = System.nanoTime() + LIMIT_NANOS;
    for (Served served : in(namespace)) {
      while (!api.get(served.path()).isGood()) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException(
              "The API server does not serve %s.".formatted(served.resource()));
        }
        Thread.sleep(100);
      }
    }
  }
}
