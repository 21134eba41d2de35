package io.tocsin.triggers.run;

import io.tocsin.templates.golang.GoCalls;
import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoType;
import io.tocsin.templates.golang.GoTypes;
import io.tocsin.templates.golang.time.GoDuration;
import io.tocsin.templates.golang.time.GoTime;

/** Calls Go functions as Expr does: nothing is converted, but nil is the zero of any type. */
public final class Functions {
  private Functions() {}

  /**
   * @param arguments may be changed
   * @throws Failure when it is no function, or the arguments do not fit
   */
  public static Object call(Object callee, Object[] arguments) {
    if (callee instanceof GoFunction function) {
      return call(function, arguments);
    }
    throw new Failure(
        Values.isNil(callee)
            ? "cannot call nil"
            : "cannot call a value of type " + Values.typeName(callee));
  }

  private static Object call(GoFunction function, Object[] arguments) {
    checkCount(function, arguments.length);
    for (int i = 0; i < arguments.length; i++) {
      GoType type = GoCalls.parameter(function, i);
      if (arguments[i] == null) {
        arguments[i] = zero(type);
      } else if (!GoTypes.isAssignable(arguments[i], type)) {
        throw new Failure(
            "argument %d of %s is a %s, not a %s"
                .formatted(i + 1, function.name(), type, Values.typeName(arguments[i])));
      }
    }
    return function.body().call(arguments);
  }

  private static void checkCount(GoFunction function, int count) {
    int declared = function.parameters().size();
    if (function.variadic() ? count < declared - 1 : count != declared) {
      throw new Failure(
          "%s takes %d arguments, not %d".formatted(function.name(), declared, count));
    }
  }

  private static Object zero(GoType type) {
    return switch (type) {
      case TIME -> GoTime.ZERO;
      case DURATION -> GoDuration.ZERO;
      default -> GoCalls.zero(type);
    };
  }
}
