package io.tocsin.notifier.cli;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.ConfigurationReader;
import io.tocsin.notifier.config.ConfigurationSource;
import io.tocsin.notifier.config.MadeUpSecrets;
import io.tocsin.notifier.config.Problem;
import io.tocsin.notifier.config.StandardServices;
import io.tocsin.notifier.pipeline.ApplicationSubject;
import io.tocsin.notifier.pipeline.Configurations;
import io.tocsin.notifier.pipeline.MessageSender;
import io.tocsin.notifier.pipeline.Subject;
import io.tocsin.notifier.pipeline.Subjects;
import io.tocsin.notifier.pipeline.Variables;
import io.tocsin.notifier.repository.ClusterCredentials;
import io.tocsin.notifier.repository.GitFacts;
import io.tocsin.notifier.repository.Repositories;
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
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the commands of the debug CLI work with: one configuration, and what sends by it.
 *
 * @param configuration as much of it as the command wants
 * @param all reads the whole of it, to tell what is wrong or what else there is
 */
record Setup(
    Configuration configuration,
    Variables variables,
    MessageSender sender,
    Supplier<Configuration> all) {
  /** Reads the whole configuration; the service {@code console} is always there. */
  static Setup read(ConfigurationOptions options, PrintWriter out, ExchangeListener listener) {
    return read(options, key -> true, out, listener);
  }

  /** Reads what is wanted of the configuration; the service {@code console} is always there. */
  static Setup read(
      ConfigurationOptions options, Wanted wanted, PrintWriter out, ExchangeListener listener) {
    return read(options, options.source(), wanted, out, listener);
  }

  /** Reads it whole, with made-up values for what the Secret lacks: for what sends nothing. */
  static Setup withoutSecrets(
      ConfigurationOptions options, PrintWriter out, ExchangeListener listener) {
    return read(options, MadeUpSecrets.in(options.source()), key -> true, out, listener);
  }

  private static Setup read(
      ConfigurationOptions options,
      ConfigurationSource source,
      Wanted wanted,
      PrintWriter out,
      ExchangeListener listener) {
    Consumer<String> console =
        text -> {
          out.print(text);
          out.flush();
        };
    ConfigurationReader reader = reader(console, listener);
    Configuration configuration = reader.read(with(wanted.of(source.data()), source));
    Variables variables = new Variables(subject(options), helpers(), true, options.facts());
    return new Setup(
        configuration,
        variables,
        new MessageSender(Configurations.only(() -> Optional.of(configuration)), variables),
        () -> reader.read(with(source.data(), source)));
  }

  /** Without the option, what a file holds is an Application, even if it does not say so. */
  private static Subject subject(ConfigurationOptions options) {
    Subject applications = new ApplicationSubject(options.namespace(), options::project);
    return options.ofAnyKind() ? new Subjects(applications) : applications;
  }

  private static ConfigurationSource with(Map<String, String> data, ConfigurationSource source) {
    Map<String, String> extended = new HashMap<>(data);
    extended.putIfAbsent("service.console", "{}");
    return new ConfigurationSource(
        source.namespace(), extended, source.secrets(), source.certificates());
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
        ConfigurationReader.forTenants(
            new StandardServices(context.withState(new ScopedState(namespace, state)), engines));
  }

  /** What repositories say, with the credentials that the control plane has for them. */
  static GitFacts facts(KubernetesClient client, String namespace) {
    Clock clock = Clock.systemUTC();
    return new GitFacts(
        Repositories.temporary(new ClusterCredentials(client, namespace, clock), clock),
        namespace,
        clock);
  }

  static Map<String, Object> helpers() {
    return Helpers.variables(Clock.systemUTC());
  }

  /**
   * Why something that is named cannot be used: what is wrong with its key, or that it is not
   * there.
   */
  String broken(
      String key, String kind, String name, Function<Configuration, Map<String, ?>> family) {
    return broken(all.get(), key, kind, name, family);
  }

  static String broken(
      Configuration whole,
      String key,
      String kind,
      String name,
      Function<Configuration, Map<String, ?>> family) {
    return whole.problems().stream()
        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
        .filter(problem -> problem.key().equals(key))
        .findFirst()
        .map(Problem::toString)
        .orElseGet(() -> missing(kind, name, family.apply(whole).keySet()));
  }

  static String missing(String kind, String name, Set<String> names) {
    String found =
        names.isEmpty() ? "there is none" : "found " + String.join(", ", new TreeSet<>(names));
    return "%s '%s' does not exist (%s)%s".formatted(kind, name, found, Nearest.hint(name, names));
  }
}
