package io.tocsin.controller.reconcile;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.application.OperationState;

/** Hears of operations that have ended, whether or not that is written yet. Must not throw. */
@FunctionalInterface
interface OperationListener {
  void ended(Application application, OperationState state);
}
