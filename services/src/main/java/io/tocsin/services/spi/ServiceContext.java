package io.tocsin.services.spi;

import io.tocsin.services.http.AddressPolicy;
import io.tocsin.services.http.Exchange;
import io.tocsin.services.http.ExchangeListener;
import io.tocsin.services.http.HttpClients;
import io.tocsin.services.http.TransportOptions;
import io.tocsin.services.secrets.Redactor;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What services are given.
 *
 * @param redactor knows every secret that went into the service
 * @param environment the process's environment variables, for services that read credentials there
 * @param files whether services may read files that the configuration names
 * @param console takes what the service {@code console} prints
 */
public record ServiceContext(
    Redactor redactor,
    HttpClients http,
    Clock clock,
    ExchangeListener listener,
    ServiceState state,
    Map<String, String> environment,
    boolean files,
    Consumer<String> console) {

  /** A context without secrets, listener and memory. */
  public static ServiceContext of(HttpClients http, Clock clock) {
    return new ServiceContext(
        Redactor.none(),
        http,
        clock,
        ExchangeListener.NONE,
        ServiceState.NONE,
        Map.of(),
        true,
        System.out::print);
  }

  /** The same for a service that these secrets go into. */
  public ServiceContext withSecrets(Collection<String> secrets) {
    return new ServiceContext(
        redactor.with(secrets), http, clock, listener, state, environment, files, console);
  }

  public ServiceContext withHttp(HttpClients other) {
    return new ServiceContext(redactor, other, clock, listener, state, environment, files, console);
  }

  public ServiceContext withListener(ExchangeListener other) {
    return new ServiceContext(redactor, http, clock, other, state, environment, files, console);
  }

  public ServiceContext withState(ServiceState other) {
    return new ServiceContext(redactor, http, clock, listener, other, environment, files, console);
  }

  public ServiceContext withEnvironment(Map<String, String> other) {
    return new ServiceContext(redactor, http, clock, listener, state, other, files, console);
  }

  public ServiceContext withConsole(Consumer<String> other) {
    return new ServiceContext(redactor, http, clock, listener, state, environment, files, other);
  }

  /**
   * For services that people configured who share this process with others: nothing of the
   * process's own is used for them.
   */
  public ServiceContext forTenants(AddressPolicy policy) {
    return new ServiceContext(
        redactor, http.withPolicy(policy), clock, listener, state, Map.of(), false, text -> {});
  }

  /** The way a service talks HTTP. */
  public Exchange exchange(String service, TransportOptions options) {
    return new Exchange(service, http, options, redactor, listener, clock);
  }
}
