package io.tocsin.notifier.lint;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.cluster.ControllerOptions;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.ConfigurationReader;
import io.tocsin.notifier.config.ConfigurationSource;
import io.tocsin.notifier.config.WatchedResource;
import io.tocsin.notifier.lint.source.Passage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Checks ConfigMaps with their Secrets, and the subscriptions of Applications and AppProjects. Asks
 * no cluster. Not thread-safe.
 */
public final class Linter {
  private static final String CONFIG_MAP = ControllerOptions.CONFIG_MAP;
  private static final String SECRET = ControllerOptions.SECRET;
  private static final Pattern KEYS = Pattern.compile("(service|template|trigger|resource)\\..+");

  private final ConfigurationReader reader;
  private final List<Finding> findings = new ArrayList<>();
  private List<Manifest> manifests = List.of();

  private Linter(ConfigurationReader reader) {
    this.reader = reader;
  }

  /**
   * Checks files.
   *
   * @param names of files and folders, or {@code -} for standard input
   * @throws io.tocsin.notifier.config.ConfigurationException when one cannot be read at all
   */
  public static LintResult lint(List<String> names, ConfigurationReader reader) {
    return material(names, reader).result();
  }

  /**
   * Checks files, and keeps what they hold.
   *
   * @param names of files and folders, or {@code -} for standard input
   * @throws io.tocsin.notifier.config.ConfigurationException when one cannot be read at all
   */
  public static Material material(List<String> names, ConfigurationReader reader) {
    return new Linter(reader).material(Input.of(names));
  }

  /** Checks objects that do not come from files; findings have their titles for a file's name. */
  public static Material material(ConfigurationReader reader, List<KubeObject> objects) {
    return new Linter(reader).material(objects.stream().map(Input::of).toList());
  }

  private Material material(List<Input> inputs) {
    LintResult result = run(inputs);
    return new Material(manifests.stream().map(Manifest::object).toList(), result);
  }

  private LintResult run(List<Input> inputs) {
    manifests = ManifestReader.read(inputs, findings);
    List<Manifest> configMaps = manifests.stream().filter(Linter::isConfiguration).toList();
    List<Manifest> subscribers =
        manifests.stream()
            .filter(manifest -> manifest.isOfArgo("Application") || manifest.isOfArgo("AppProject"))
            .toList();
    List<Checked> checked = configMaps.stream().map(this::configMap).toList();
    subscribers(subscribers, checked);
    sameNames(configMaps);
    if (findings.isEmpty() && configMaps.isEmpty() && subscribers.isEmpty()) {
      nothingToCheck(inputs);
    }
    return new LintResult(
        findings.stream().sorted().distinct().toList(),
        inputs.size(),
        configMaps.size(),
        count(subscribers, "Application"),
        count(subscribers, "AppProject"));
  }

  private static int count(List<Manifest> subscribers, String kind) {
    return (int) subscribers.stream().filter(manifest -> manifest.is(kind)).count();
  }

  private static boolean isConfiguration(Manifest manifest) {
    return manifest.is("ConfigMap")
        && (manifest.object().name().startsWith(CONFIG_MAP)
            || (manifest.object().at("data") instanceof Map<?, ?> data
                && data.keySet().stream().anyMatch(key -> KEYS.matcher(key.toString()).matches())));
  }

  private Checked configMap(Manifest configMap) {
    Checked checked = new ConfigMapLint(reader, findings).check(configMap, secretOf(configMap));
    new ConditionLint(checked, severalSources(), findings).check();
    new RenderedLint(checked, severalSources(), findings).check();
    new ContextLint(checked).check(findings);
    return checked;
  }

  /** The Secret in the same namespace whose name goes with the ConfigMap's. */
  private Optional<Manifest> secretOf(Manifest configMap) {
    String name = configMap.object().name().replaceFirst("-cm$", "-secret");
    return manifests.stream()
        .filter(manifest -> manifest.is("Secret"))
        .filter(
            secret ->
                secret.object().name().equals(name) || secret.object().name().startsWith(SECRET))
        .filter(secret -> sameNamespace(secret, configMap))
        .findFirst();
  }

  private static boolean sameNamespace(Manifest one, Manifest other) {
    String a = one.object().namespace();
    String b = other.object().namespace();
    return a.isEmpty() || b.isEmpty() || a.equals(b);
  }

  /** Where no application is in the input, nobody knows. */
  private boolean severalSources() {
    List<Manifest> applications =
        manifests.stream().filter(manifest -> manifest.isOfArgo("Application")).toList();
    return applications.isEmpty()
        || applications.stream().anyMatch(app -> !app.object().list("spec", "sources").isEmpty());
  }

  private void subscribers(List<Manifest> subscribers, List<Checked> checked) {
    Configuration tolerant =
        reader.read(
            new ConfigurationSource("", Map.of("defaultTriggers", "any"), Map.of(), Map.of()));
    SubscriberLint lint = new SubscriberLint(checked, tolerant, findings);
    subscribers.forEach(lint::check);
    for (Checked each : checked) {
      Set<String> used = new TreeSet<>(new ReferenceLint(each, findings).check());
      Set<String> byAnnotation = new TreeSet<>(lint.subscribed());
      byAnnotation.addAll(resources(each, tolerant));
      used.addAll(byAnnotation);
      unusedTriggers(each, used, !byAnnotation.isEmpty());
    }
    if (checked.isEmpty() && !subscribers.isEmpty()) {
      findings.add(
          Finding.note(
              subscribers.getFirst().position(),
              subscribers.getFirst().title(),
              "no ConfigMap "
                  + CONFIG_MAP
                  + " is in the input, so it was not checked that triggers"
                  + " and services exist"));
    }
  }

  /**
   * Checks the keys of further kinds, and objects of them.
   *
   * @return the triggers that the objects subscribe to
   */
  private Set<String> resources(Checked checked, Configuration tolerant) {
    Set<String> triggers = new TreeSet<>();
    Set<String> subscribed = new TreeSet<>();
    for (WatchedResource resource : checked.configuration().resources().values()) {
      SubscriberLint lint = new SubscriberLint(checked, tolerant, resource, findings);
      manifests.stream().filter(manifest -> manifest.isOf(resource)).forEach(lint::check);
      if (!lint.subscribed().isEmpty()) {
        subscribed.add(resource.name());
        triggers.addAll(lint.subscribed());
      }
    }
    ResourceLint lint = new ResourceLint(checked, findings);
    lint.same();
    lint.unused(subscribed, !subscribed.isEmpty());
    return triggers;
  }

  /** Only where applications with subscriptions are in the input, others are hardly elsewhere. */
  private void unusedTriggers(Checked checked, Set<String> used, boolean subscribersAreHere) {
    if (subscribersAreHere) {
      for (String trigger : checked.names().triggers()) {
        if (!used.contains(trigger)) {
          String key = "trigger." + trigger;
          findings.add(
              Finding.warning(
                  checked.texts().position(key), key, "nobody in the input is subscribed to it"));
        }
      }
    }
  }

  private void sameNames(List<Manifest> configMaps) {
    Map<String, Manifest> seen = new HashMap<>();
    for (Manifest configMap : configMaps) {
      Manifest first = seen.putIfAbsent(configMap.title(), configMap);
      if (first != null) {
        findings.add(
            Finding.warning(
                configMap.position(),
                configMap.title(),
                "stands at " + first.position() + ", too; each was checked by itself"));
      }
    }
  }

  private void nothingToCheck(List<Input> inputs) {
    Input first = inputs.isEmpty() ? new Input("<nothing>", "", true) : inputs.getFirst();
    findings.add(
        Finding.error(
            Passage.ofFile(first.name(), first.text()).position(0),
            "input",
            "neither a ConfigMap "
                + CONFIG_MAP
                + " nor an Application or AppProject is in the input"));
  }
}
