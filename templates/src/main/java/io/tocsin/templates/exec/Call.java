package io.tocsin.templates.exec;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoType;
import java.util.List;

/** The call of a function that is known when the template is compiled. */
final class Call implements Expression {
  private final String name;
  private final GoFunction function;
  private final Expression[] arguments;
  private final boolean hasLast;
  private final Site site;

  /**
   * @param name as the template says it
   * @param arguments as the function's parameters take them
   * @param hasLast whether the last argument comes from the pipeline and is thus evaluated first
   */
  Call(String name, GoFunction function, List<Expression> arguments, boolean hasLast, Site site) {
    this.name = name;
    this.function = function;
    this.arguments = arguments.toArray(Expression[]::new);
    this.hasLast = hasLast;
    this.site = site;
  }

  @Override
  public Object value(Frame frame) {
    int count = arguments.length;
    Object[] values = new Object[count];
    if (hasLast) {
      count--;
      values[count] = Nil.collapse(arguments[count].value(frame));
    }
    for (int i = 0; i < count; i++) {
      values[i] = Nil.collapse(arguments[i].value(frame));
    }
    return apply(values, frame);
  }

  /** Calls the function with arguments that were evaluated already. */
  Object apply(Object[] values, Frame frame) {
    return run(name, function, values, site, frame.rendering);
  }

  /** Runs a function's body; what it throws is an error of the template. */
  static Object run(
      String name, GoFunction function, Object[] arguments, Site site, Rendering rendering) {
    rendering.step(site);
    try {
      Object result = rendering.checked(function.body().call(arguments));
      return result == null && function.result() == GoType.ANY ? Nil.INTERFACE : result;
    } catch (GoException e) {
      throw site.fail("error calling " + name + ": " + e.getMessage());
    } catch (RuntimeException e) {
      throw site.fail("error calling " + name + ": " + e);
    }
  }
}
