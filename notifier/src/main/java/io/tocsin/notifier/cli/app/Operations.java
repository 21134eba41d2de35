package io.tocsin.notifier.cli.app;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.application.OperationState;
import io.tocsin.controller.application.Phase;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.notifier.cli.CommandException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Asks for operations and waits for their ends. */
record Operations(Apps apps) {
  /** Whether nothing is asked for and nothing under way. */
  static boolean idle(Application app) {
    return app.operation().isEmpty()
        && app.status().operationState().filter(state -> !state.phase().isCompleted()).isEmpty();
  }

  /**
   * Asks for an operation.
   *
   * @param operation what to ask for, given the Application as it is
   * @return the Application with the request
   */
  KubeObject ask(ObjectKey key, Function<Application, Map<String, Object>> operation) {
    return apps.change(
        key,
        now -> {
          Application app = Apps.read(now);
          if (!idle(app)) {
            throw new CommandException(
                ("another operation of Application %s is under way; `tocsin app wait %s"
                        + " --operation` waits for its end")
                    .formatted(key, key));
          }
          if (app.deletedAt().isPresent()) {
            throw new CommandException(
                "Application %s is being deleted; `tocsin app wait %s --delete` waits for it"
                    .formatted(key, key));
          }
          return Map.of("operation", operation.apply(app));
        });
  }

  /** Waits for the end of what was asked for; a bad end is a {@link CommandException}. */
  Application await(KubeObject asked, long seconds, Progress progress) {
    ObjectKey key = asked.key();
    KubeObject ended =
        new Waiting(apps, key, seconds, "the end of the operation")
            .until(asked.resourceVersion(), Operations::over, progress)
            .orElseThrow(
                () ->
                    new CommandException(
                        ("Application %s was deleted meanwhile; `tocsin app list` shows those there"
                                + " are")
                            .formatted(key)));
    return Apps.read(ended);
  }

  /** Whether the operation succeeded; a bad end is a {@link CommandException}. */
  static void check(Application app) {
    OperationState state = app.status().operationState().orElseThrow();
    if (state.phase() != Phase.SUCCEEDED) {
      throw new CommandException(
          ("the operation of Application %s ended as %s: %s; `tocsin app get %s --show-operation`"
                  + " shows what each resource said")
              .formatted(app.object().key(), state.phase(), state.message(), app.object().key()));
    }
  }

  private static boolean over(Optional<KubeObject> object) {
    return object.isEmpty() || object.map(Apps::read).filter(Operations::ended).isPresent();
  }

  private static boolean ended(Application app) {
    return idle(app) && app.status().operationState().isPresent();
  }

  /** An operation of the person who calls. */
  static Map<String, Object> of(Map<String, Object> sync) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("initiatedBy", Map.of("username", System.getProperty("user.name", "tocsin")));
    operation.put("sync", sync);
    return operation;
  }
}
