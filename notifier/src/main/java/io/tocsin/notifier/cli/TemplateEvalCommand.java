package io.tocsin.notifier.cli;

import io.tocsin.notifier.config.Manifests;
import io.tocsin.notifier.config.Yaml;
import io.tocsin.templates.FunctionSet;
import io.tocsin.templates.GoTemplates;
import io.tocsin.templates.HandlebarsTemplates;
import io.tocsin.templates.TemplateEngine;
import io.tocsin.templates.TemplateException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin template eval}. */
@Command(
    name = "eval",
    description = "Renders a template over a YAML or JSON file, and prints what comes of it.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "  tocsin template eval '{{.app.metadata.name | upper}}' --data vars.yaml",
      "  tocsin template eval --file message.tmpl --data vars.yaml"
    })
final class TemplateEvalCommand implements Callable<Integer> {
  private final Map<FunctionSet, GoTemplates> languages = new EnumMap<>(FunctionSet.class);

  /** The languages. */
  enum Engine {
    GO,
    HANDLEBARS
  }

  @Parameters(arity = "0..1", paramLabel = "TEMPLATE", description = "The template's text.")
  private String text;

  @Option(names = "--file", paramLabel = "FILE", description = "Read the template from a file.")
  private String file;

  @Option(
      names = "--data",
      paramLabel = "FILE|-",
      description =
          "What the template calls dot, as YAML or JSON; an Application becomes the variable app.")
  private String data;

  @Option(
      names = "--functions",
      defaultValue = "engine",
      description =
          "none: Go's builtins alone; sprig; engine: what Argo CD Notifications offers."
              + " Default: ${DEFAULT-VALUE}.")
  private FunctionSet functions;

  @Option(
      names = "--engine",
      defaultValue = "go",
      description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Engine engine;

  @Option(
      names = "--json-lines",
      description =
          "Read {\"template\",\"data\",\"functions\"} a line from standard input and write"
              + " {\"out\"} or {\"error\",\"phase\"}.")
  private boolean lines;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (lines) {
      new JsonLines(System.in, spec.commandLine().getOut())
          .answer(request -> Optional.of(answer(request)));
      return 0;
    }
    if ((text == null) == (file == null)) {
      throw new UsageException("template eval: give a TEMPLATE or --file, one of them");
    }
    Object dot = data == null ? Map.of() : DataFile.read(data);
    try {
      spec.commandLine().getOut().print(render(dot));
      spec.commandLine().getOut().flush();
      return 0;
    } catch (TemplateException e) {
      throw new CommandException(e.getMessage());
    }
  }

  private String render(Object dot) {
    TemplateEngine language =
        engine == Engine.HANDLEBARS ? new HandlebarsTemplates() : go(functions);
    return file == null
        ? language.compile("template", text).render(dot)
        : language.compile(file, Manifests.text(file)).render(dot);
  }

  private GoTemplates go(FunctionSet set) {
    return languages.computeIfAbsent(set, GoTemplates::with);
  }

  private String answer(Map<String, Object> request) {
    Map<String, Object> answer = new LinkedHashMap<>();
    try {
      String set = String.valueOf(request.getOrDefault("functions", "engine"));
      GoTemplates language = go(FunctionSet.valueOf(set.toUpperCase(Locale.ROOT)));
      String template = String.valueOf(request.get("template"));
      answer.put("out", language.compile("t", template).render(request.get("data")));
    } catch (TemplateException e) {
      answer = new HashMap<>();
      answer.put("error", e.getMessage());
      answer.put("phase", e.phase() == TemplateException.Phase.PARSE ? "parse" : "exec");
    } catch (IllegalArgumentException e) {
      throw new CommandException(
          "functions must be none, sprig or engine, not " + request.get("functions"));
    }
    return Yaml.compact(answer);
  }
}
