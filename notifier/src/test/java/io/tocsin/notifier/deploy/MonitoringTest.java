package io.tocsin.notifier.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.config.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The alerts and the dashboards, against what both controllers really show. */
class MonitoringTest {
  /** What Prometheus adds to each series, of where it was scraped. */
  private static final Set<String> OF_THE_TARGET = Set.of("namespace", "pod");

  private static final Pattern SHOWN = Pattern.compile("\\{\\{\\s*(?:\\$labels\\.)?(\\w+)");

  @TempDir static Path folder;
  private static Measured measured;

  /** A query, and the labels that are shown of its result. */
  private record Query(String text, Set<String> shown) {}

  @BeforeAll
  static void run() throws Exception {
    measured = Measured.run(folder);
  }

  @AfterAll
  static void stop() {
    measured.close();
  }

  private static void isAnswered(Query query) {
    PromQl.Named named =
        PromQl.labelValues(query.text()).orElseGet(() -> PromQl.named(query.text()));
    assertThat(named.metrics()).as(query.text()).isNotEmpty();
    named
        .metrics()
        .forEach(
            (metric, labels) -> {
              Set<String> used = new HashSet<>(labels);
              used.addAll(named.grouped());
              used.removeAll(OF_THE_TARGET);
              assertThat(measured.scrape().labels()).as(query.text()).containsKey(metric);
              assertThat(measured.scrape().labels().get(metric))
                  .as("%s in %s", metric, query.text())
                  .containsAll(used);
            });
    assertThat(named.grouped()).as("shown of " + query.text()).containsAll(query.shown());
  }

  private static Set<String> shown(String text) {
    Set<String> labels = new HashSet<>();
    SHOWN.matcher(text).results().forEach(found -> labels.add(found.group(1)));
    return labels;
  }

  @Test
  void eachAlertAsksForWhatThereIs() throws IOException {
    List<?> groups =
        new KubeObject(Yaml.mapping(text("prometheusrule.yaml"))).list("spec", "groups");
    List<Query> queries = new ArrayList<>();
    for (Object group : groups) {
      for (Object rule : (List<?>) ((Map<?, ?>) group).get("rules")) {
        Map<String, Object> alert = Yaml.asMapping(rule);
        String annotations = Yaml.compact(alert.get("annotations"));
        queries.add(new Query((String) alert.get("expr"), shown(annotations)));
        assertThat(alert).containsKeys("alert", "labels");
      }
    }

    assertThat(queries).hasSize(12).allSatisfy(MonitoringTest::isAnswered);
  }

  @ParameterizedTest
  @ValueSource(strings = {"notifications", "applications"})
  void eachPanelAsksForWhatThereIs(String dashboard) throws IOException {
    Map<String, Object> content =
        Yaml.mapping(text("dashboards/" + dashboard + ".json").replace("$__rate_interval", "5m"));
    List<Query> queries = new ArrayList<>();
    for (Object each : (List<?>) content.get("panels")) {
      for (Object target : (List<?>) ((Map<?, ?>) each).get("targets")) {
        Map<?, ?> asked = (Map<?, ?>) target;
        queries.add(
            new Query((String) asked.get("expr"), shown((String) asked.get("legendFormat"))));
      }
    }
    for (Object variable : new KubeObject(content).list("templating", "list")) {
      String query = (String) ((Map<?, ?>) variable).get("query");
      if (!query.equals("prometheus")) {
        queries.add(new Query(query, Set.of()));
      }
    }

    assertThat(queries).hasSizeGreaterThan(10).allSatisfy(MonitoringTest::isAnswered);
  }

  @Test
  void theMonitorFindsThePortsOfMetrics() {
    List<KubeObject> objects = Deploy.overlay("monitored");
    KubeObject monitor =
        objects.stream().filter(each -> each.kind().equals("ServiceMonitor")).findFirst().get();
    Map<?, ?> wanted = (Map<?, ?>) monitor.at("spec", "selector", "matchLabels");

    assertThat(objects)
        .filteredOn(each -> each.kind().equals("Service"))
        .filteredOn(each -> each.labels().entrySet().containsAll(wanted.entrySet()))
        .flatMap(each -> texts(each.list("spec", "ports"), "name"))
        .containsExactlyInAnyOrder("metrics", "metrics", "webhook");
    assertThat(texts(monitor.list("spec", "endpoints"), "port")).containsExactly("metrics");
  }

  @Test
  void promtoolTakesTheAlerts(@TempDir Path rules) throws IOException {
    Tool promtool = new Tool("promtool");
    assumeThat(promtool.isInstalled()).isTrue();
    Path file =
        Files.writeString(
            rules.resolve("rules.yaml"),
            Yaml.write(new KubeObject(Yaml.mapping(text("prometheusrule.yaml"))).at("spec")));

    assertThat(promtool.run("check", "rules", file.toString())).contains("12 rules found");
  }

  private static List<String> texts(List<?> objects, String key) {
    return objects.stream().map(each -> (String) ((Map<?, ?>) each).get(key)).toList();
  }

  private static String text(String file) throws IOException {
    return Files.readString(Deploy.FOLDER.resolve("chart/monitoring").resolve(file));
  }
}
