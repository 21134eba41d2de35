package io.tocsin.notifier.cli;

/** The option {@code --metrics-port} of the controllers. */
record MetricsPort(int port) {
  private static final int HIGHEST = 65_535;

  /** Throws a UsageException where it is no port. */
  void check() {
    if (port < 0 || port > HIGHEST) {
      throw new UsageException("--metrics-port: must be from 0 to 65535, not " + port);
    }
  }

  CommandException taken() {
    return new CommandException("--metrics-port: port " + port + " is taken");
  }
}
