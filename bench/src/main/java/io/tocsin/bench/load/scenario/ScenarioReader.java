package io.tocsin.bench.load.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads scenario files. What a file leaves out stands in {@code defaults.yaml} beside this class,
 * under {@code receiver} for each of its receivers; what {@code runs} lists is laid over the rest
 * of the file, for each run.
 */
public final class ScenarioReader {
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private final YAMLMapper yaml =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addModule(new SimpleModule().addDeserializer(Duration.class, new DurationReader()))
          .build();
  private final Map<String, Object> defaults;
  private final Map<?, ?> receiver;

  public ScenarioReader() {
    try (InputStream stream = ScenarioReader.class.getResourceAsStream("defaults.yaml")) {
      defaults = new LinkedHashMap<>(yaml.readValue(stream, MAP));
    } catch (IOException e) {
      throw new UncheckedIOException("The defaults of scenarios cannot be read.", e);
    }
    receiver = (Map<?, ?>) defaults.remove("receiver");
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException when it cannot be read or says something that cannot be
   */
  public Scenario read(Path file, Overrides overrides) {
    try {
      String fileName = file.getFileName().toString();
      String name = fileName.replaceFirst("\\.ya?ml$", "");
      return scenario(name, yaml.readValue(Files.readString(file), MAP), overrides);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + ": there is no such scenario", e);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + firstLine(e), e);
    }
  }

  private Scenario scenario(String name, Map<String, Object> said, Overrides overrides) {
    Map<String, Object> base = new LinkedHashMap<>(said);
    String description = String.valueOf(base.remove("description"));
    Map<String, Bound> bounds = new LinkedHashMap<>();
    if (base.remove("bounds") instanceof Map<?, ?> found) {
      found.forEach((key, value) -> bounds.put(String.valueOf(key), bound(value)));
    }
    List<?> runs = base.remove("runs") instanceof List<?> found ? found : List.of(Map.of());
    List<RunPlan> plans = new ArrayList<>();
    for (Object run : runs) {
      Map<String, Object> merged = Merge.over(Merge.over(defaults, base), (Map<?, ?>) run);
      plans.add(plan(Merge.over(merged, overrides.of(plans.size()))));
    }
    return new Scenario(name, description, plans, bounds);
  }

  private RunPlan plan(Map<String, Object> merged) {
    List<Object> receivers = new ArrayList<>();
    for (Object group : (List<?>) merged.get("receivers")) {
      receivers.add(Merge.over(Merge.over(Map.of(), receiver), (Map<?, ?>) group));
    }
    merged.put("receivers", receivers);
    return yaml.convertValue(merged, RunPlan.class);
  }

  private Bound bound(Object said) {
    return yaml.convertValue(said, Bound.class);
  }

  private static String firstLine(Exception e) {
    String message = e instanceof JacksonException j ? j.getOriginalMessage() : e.getMessage();
    return message.lines().findFirst().orElse("cannot be read");
  }
}
