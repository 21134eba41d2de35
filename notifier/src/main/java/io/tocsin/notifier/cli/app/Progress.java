package io.tocsin.notifier.cli.app;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.application.Phase;
import io.tocsin.controller.runtime.KubeObject;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Consumer;

/** Says on a terminal how it goes on, a line for each change; says nothing elsewhere. */
final class Progress implements Consumer<KubeObject> {
  private final PrintWriter out;
  private final boolean terminal;
  private String last = "";

  Progress(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  static Progress to(PrintWriter out) {
    return new Progress(out, terminal().isPresent());
  }

  /** Where a person sits; absent in a pipe. */
  static Optional<Console> terminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal);
  }

  @Override
  public synchronized void accept(KubeObject object) {
    if (!terminal) {
      return;
    }
    Application app = Apps.read(object);
    String phase =
        app.status().operationState().map(state -> state.phase()).map(Phase::toString).orElse("-");
    String now =
        "%s  operation %s, %s, %s"
            .formatted(object.key(), phase, AppText.sync(app), AppText.health(app));
    if (!now.equals(last)) {
      last = now;
      out.println(now);
      out.flush();
    }
  }
}
