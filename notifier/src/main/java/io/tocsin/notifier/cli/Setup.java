package io.tocsin.notifier.cli;

import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.ConfigurationReader;
import io.tocsin.notifier.config.ConfigurationSource;
import io.tocsin.notifier.config.Problem;
import io.tocsin.notifier.config.StandardServices;
import io.tocsin.notifier.pipeline.ApplicationSubject;
import io.tocsin.notifier.pipeline.Configurations;
import io.tocsin.notifier.pipeline.MessageSender;
import io.tocsin.notifier.pipeline.Variables;
import io.tocsin.services.http.AddressPolicy;
import io.tocsin.services.http.ExchangeListener;
import io.tocsin.services.http.HttpClients;
import io.tocsin.services.options.Nearest;
import io.tocsin.services.spi.ServiceContext;
import io.tocsin.services.spi.ServiceState;
import io.tocsin.templates.FunctionSet;
import io.tocsin.templates.GoTemplates;
import io.tocsin.templates.HandlebarsTemplates;
import io.tocsin.templates.TemplateEngine;
import io.tocsin.templates.functions.Helpers;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What the commands of the debug CLI work with: one configuration, and what sends by it. */
record Setup(Configuration configuration, Variables variables, MessageSender sender) {
  private static final Pattern REFERENCE = Pattern.compile("[$]([\\w-]+)");

  /** Reads the configuration; the service {@code console} is always there. */
  static Setup read(ConfigurationOptions options, PrintWriter out, ExchangeListener listener) {
    return of(options.source(), options, out, listener);
  }

  /** The same with made-up values for what the Secret lacks: for what sends nothing. */
  static Setup withoutSecrets(
      ConfigurationOptions options, PrintWriter out, ExchangeListener listener) {
    ConfigurationSource source = options.source();
    Map<String, byte[]> secrets = new HashMap<>(source.secrets());
    source.data().values().stream()
        .flatMap(text -> REFERENCE.matcher(text).results())
        .map(match -> match.group(1))
        .forEach(key -> secrets.putIfAbsent(key, madeUp(key).getBytes(StandardCharsets.UTF_8)));
    return of(
        new ConfigurationSource(source.namespace(), source.data(), secrets, source.certificates()),
        options,
        out,
        listener);
  }

  private static String madeUp(String key) {
    String name = key.toLowerCase(Locale.ROOT);
    if (name.contains("port")) {
      return "1";
    }
    return name.contains("url") || name.contains("hook") ? "https://made-up.invalid/" : "made-up";
  }

  private static Setup of(
      ConfigurationSource source,
      ConfigurationOptions options,
      PrintWriter out,
      ExchangeListener listener) {
    Map<String, String> data = new HashMap<>(source.data());
    data.putIfAbsent("service.console", "{}");
    Consumer<String> console =
        text -> {
          out.print(text);
          out.flush();
        };
    Configuration configuration =
        reader(console, listener)
            .read(
                new ConfigurationSource(
                    source.namespace(), data, source.secrets(), source.certificates()));
    Variables variables =
        new Variables(new ApplicationSubject(options.namespace(), options::project), helpers());
    return new Setup(
        configuration,
        variables,
        new MessageSender(Configurations.only(() -> Optional.of(configuration)), variables));
  }

  static ConfigurationReader reader(Consumer<String> console, ExchangeListener listener) {
    return reader(console, listener, ServiceState.NONE);
  }

  static ConfigurationReader reader(
      Consumer<String> console, ExchangeListener listener, ServiceState state) {
    ServiceContext context =
        ServiceContext.of(HttpClients.create(System.getenv()), Clock.systemUTC())
            .withEnvironment(System.getenv())
            .withListener(listener)
            .withState(state)
            .withConsole(console);
    return new ConfigurationReader(
        new StandardServices(
            context,
            Map.of("go", GoTemplates.withSprig(), "handlebars", new HandlebarsTemplates())));
  }

  /**
   * What reads the configurations of tenants' namespaces.
   *
   * @param policy which addresses their services may connect to
   */
  static Function<String, ConfigurationReader> tenants(AddressPolicy policy, ServiceState state) {
    ServiceContext context =
        ServiceContext.of(HttpClients.create(System.getenv()), Clock.systemUTC())
            .forTenants(policy);
    Map<String, TemplateEngine> engines =
        Map.of(
            "go", GoTemplates.with(FunctionSet.TENANTS), "handlebars", new HandlebarsTemplates());
    return namespace ->
        new ConfigurationReader(
            new StandardServices(context.withState(new ScopedState(namespace, state)), engines));
  }

  static Map<String, Object> helpers() {
    return Helpers.variables(Clock.systemUTC());
  }

  /**
   * Why something that is named cannot be used: what is wrong with its key, or that it is not
   * there.
   */
  String broken(String key, String kind, String name, Set<String> names) {
    return configuration.problems().stream()
        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
        .filter(problem -> problem.key().equals(key))
        .findFirst()
        .map(Problem::toString)
        .orElseGet(() -> missing(kind, name, names));
  }

  String missing(String kind, String name, Set<String> names) {
    String found =
        names.isEmpty() ? "there is none" : "found " + String.join(", ", new TreeSet<>(names));
    String nearest = Nearest.to(name, names).map(near -> "; did you mean " + near + "?").orElse("");
    return "%s '%s' does not exist (%s)%s".formatted(kind, name, found, nearest);
  }
}
