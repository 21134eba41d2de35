package io.tocsin.notifier.cli;

import io.tocsin.notifier.config.Yaml;
import io.tocsin.templates.functions.Helpers;
import io.tocsin.triggers.Evaluation;
import io.tocsin.triggers.Expression;
import io.tocsin.triggers.ExpressionException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin trigger eval}. */
@Command(
    name = "eval",
    description = "Evaluates an expression over a YAML or JSON file.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "  tocsin trigger eval 'app.status.health.status == \"Healthy\"' --data vars.yaml"
    })
final class TriggerEvalCommand implements Callable<Integer> {
  private static final String ENVIRONMENT = "env";

  @Parameters(arity = "0..1", paramLabel = "EXPRESSION", description = "The expression.")
  private String expression;

  @Option(
      names = "--data",
      paramLabel = "FILE|-",
      description = "The variables, as YAML or JSON; an Application becomes the variable app.")
  private String data;

  @Option(
      names = "--now",
      paramLabel = "TIME",
      description = "What time.Now() and now() tell, in RFC 3339. Default: the time.")
  private String now;

  @Option(names = "--explain", description = "Show the value of each part.")
  private boolean explain;

  @Option(
      names = "--json-lines",
      description =
          "Read {\"expression\",\"env\"} a line from standard input and write"
              + " {\"value\",\"type\",\"string\",\"triggered\"} or {\"error\",\"phase\"}."
              + " A line with env alone sets it for those that have none.")
  private boolean lines;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Map<String, Object> helpers = Helpers.variables(clock());
    if (lines) {
      Answers answers = new Answers(helpers);
      new JsonLines(System.in, spec.commandLine().getOut()).answer(answers::to);
      return 0;
    }
    if (expression == null) {
      throw new UsageException("trigger eval: give an EXPRESSION");
    }
    Map<String, Object> variables = new HashMap<>(helpers);
    if (data != null) {
      variables.putAll(Yaml.asMapping(DataFile.read(data)));
    }
    print(variables);
    return 0;
  }

  private void print(Map<String, Object> variables) {
    try {
      Expression compiled = Expression.compile(expression);
      if (explain) {
        spec.commandLine().getOut().print(compiled.explain(variables));
      } else {
        spec.commandLine().getOut().println(Evaluation.of(compiled, variables).string());
      }
      spec.commandLine().getOut().flush();
    } catch (ExpressionException e) {
      throw new CommandException(e.getMessage());
    }
  }

  private Clock clock() {
    try {
      return now == null ? Clock.systemUTC() : Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw new UsageException("--now: '" + now + "' is no time such as 2026-06-01T12:00:00Z");
    }
  }

  /** Answers requests; an environment that stands alone serves those that come after. */
  private static final class Answers {
    private final Map<String, Object> helpers;
    private Map<String, Object> shared = Map.of();

    Answers(Map<String, Object> helpers) {
      this.helpers = helpers;
    }

    Optional<String> to(Map<String, Object> request) {
      Map<String, Object> environment =
          request.get(ENVIRONMENT) instanceof Map<?, ?> map ? Yaml.asMapping(map) : shared;
      if (!(request.get("expression") instanceof String text)) {
        shared = environment;
        return Optional.empty();
      }
      Map<String, Object> variables = new HashMap<>(helpers);
      variables.putAll(environment);
      return Optional.of(answer(text, variables));
    }

    private static String answer(String text, Map<String, Object> variables) {
      try {
        return Evaluation.of(Expression.compile(text), variables).toJson();
      } catch (ExpressionException e) {
        return Yaml.compact(
            Map.of("error", e.getMessage(), "phase", e.phase().name().toLowerCase(Locale.ROOT)));
      }
    }
  }
}
