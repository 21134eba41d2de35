package io.tocsin.notifier.sample;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.Yaml;
import io.tocsin.notifier.pipeline.ApplicationSubject;
import io.tocsin.notifier.pipeline.Variables;
import io.tocsin.services.Destination;
import io.tocsin.templates.functions.Helpers;
import io.tocsin.templates.functions.RepositoryDetails;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An application with what is around it. Immutable.
 *
 * @param description such as {@code the sample application}
 * @param clock what {@code time.Now} tells
 */
public record Sample(
    String description,
    KubeObject application,
    Function<ObjectKey, Optional<KubeObject>> projects,
    RepositoryDetails repository,
    Clock clock) {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T09:01:00Z"), ZoneOffset.UTC);
  private static final String AWKWARD =
      "Deployment \"guestbook-ui\" is invalid:\n\tspec.replicas: \\ is no number </script>";

  /** One with a single source, whose last sync went well. */
  public static Sample plain() {
    return madeUp("the sample application", "application.yaml");
  }

  /** One with several sources. */
  public static Sample ofSeveralSources() {
    return madeUp(
        "the sample application of several sources", "application-of-several-sources.yaml");
  }

  /** A real one, now, whose commits are made up. */
  public static Sample of(
      KubeObject application, Function<ObjectKey, Optional<KubeObject>> projects) {
    return new Sample(
        "application " + application.name(),
        application,
        projects,
        SampleRepository.plain(),
        Clock.systemUTC());
  }

  private static Sample madeUp(String description, String resource) {
    return new Sample(
        description, resource(resource), _ -> Optional.empty(), SampleRepository.plain(), CLOCK);
  }

  /** The same with messages that hold quotes, line breaks, backslashes and the end of a script. */
  public Sample awkward() {
    Object content = withMessages(application.content());
    return new Sample(
        "quotes and line breaks in messages",
        new KubeObject(Yaml.asMapping(content)),
        projects,
        SampleRepository.saying(AWKWARD),
        clock);
  }

  /** What templates can name. */
  public Map<String, Object> variables(Configuration configuration, Destination destination) {
    return variables().forTemplates(configuration, application, destination);
  }

  /** What conditions can name. */
  public Map<String, Object> variables(Configuration configuration) {
    return variables().forConditions(configuration, application, Optional.empty());
  }

  private Variables variables() {
    ApplicationSubject subject = new ApplicationSubject(application.namespace(), projects);
    return new Variables(subject, new Helpers(clock).variables(repository));
  }

  private static Object withMessages(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach(
            (name, item) ->
                copy.put(
                    name.toString(),
                    name.equals("message") && item instanceof String
                        ? AWKWARD
                        : withMessages(item)));
        yield copy;
      }
      case List<?> list -> list.stream().map(Sample::withMessages).toList();
      default -> value;
    };
  }

  private static KubeObject resource(String name) {
    try (InputStream in = Sample.class.getResourceAsStream(name)) {
      return new KubeObject(Yaml.mapping(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
