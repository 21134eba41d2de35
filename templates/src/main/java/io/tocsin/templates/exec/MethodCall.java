package io.tocsin.templates.exec;

import io.tocsin.templates.golang.GoCalls;
import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The call of a method with arguments; only at run time it is known which one.
 *
 * @param fields the last of which is the method
 * @param last what comes from the pipeline, or null
 */
record MethodCall(Fields fields, List<Argument> arguments, Expression last, Site site)
    implements Expression {
  @Override
  public Object value(Frame frame) {
    Expression piped = last == null ? null : new Expressions.Constant(last.value(frame));
    int count = fields.depth() - 1;
    String name = fields.name(count);
    Object receiver = fields.value(frame, count);
    if (receiver instanceof GoObject object) {
      Optional<GoFunction> method = object.method(name);
      if (method.isPresent()) {
        return invoke(name, method.get(), arguments, piped, site, frame);
      }
      if (object.field(name).isPresent()) {
        throw site.fail(name + " has arguments but cannot be invoked as function");
      }
    }
    if (receiver instanceof Map) {
      throw site.fail(name + " is not a method but has arguments");
    }
    if (receiver == null) {
      return null;
    }
    throw site.fail("can't evaluate field " + name + " in type " + Values.typeName(receiver));
  }

  /** Calls a method with arguments that become what its parameters take. */
  static Object invoke(
      String name,
      GoFunction method,
      List<Argument> arguments,
      Expression last,
      Site site,
      Frame frame) {
    int count = arguments.size() + (last == null ? 0 : 1);
    Signatures.problem(name, method, arguments.size(), count)
        .ifPresent(
            problem -> {
              throw site.fail(problem);
            });
    Object[] values = new Object[count];
    for (int i = 0; i < arguments.size(); i++) {
      Expression argument = arguments.get(i).as(GoCalls.parameter(method, i));
      values[i] = Nil.collapse(argument.value(frame));
    }
    if (last != null) {
      values[count - 1] =
          Arguments.check(last.value(frame), GoCalls.parameter(method, count - 1), site);
    }
    return Call.run(name, method, values, site, frame.rendering);
  }
}
