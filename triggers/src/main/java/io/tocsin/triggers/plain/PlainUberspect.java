package io.tocsin.triggers.plain;

import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoObject;
import io.tocsin.triggers.run.ClosedUberspect;
import io.tocsin.triggers.run.Functions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.jexl3.introspection.JexlMethod;
import org.apache.commons.jexl3.introspection.JexlPropertyGet;

/**
 * Opens the keys of maps, the indices of lists, and the fields and methods that Go's values
 * declare. Whatever Java's classes have stays out of reach.
 */
final class PlainUberspect extends ClosedUberspect {
  @Override
  public JexlMethod getMethod(Object target, String name, Object... arguments) {
    Optional<GoFunction> function =
        switch (target) {
          case Map<?, ?> map when map.get(name) instanceof GoFunction value -> Optional.of(value);
          case GoObject object -> object.method(name);
          case GoFunction value when name.equals("call") -> Optional.of(value);
          case null, default -> Optional.empty();
        };
    return function.map(Called::new).orElse(null);
  }

  @Override
  public JexlPropertyGet getPropertyGet(Object target, Object name) {
    return switch (target) {
      case Map<?, ?> map when name != null -> new Found(map.get(name.toString()));
      case List<?> list when name instanceof Number index -> new Found(at(list, index));
      case GoObject object -> new Found(object.field(String.valueOf(name)).orElse(null));
      case null, default -> null;
    };
  }

  @Override
  public JexlPropertyGet getPropertyGet(
      List<PropertyResolver> resolvers, Object target, Object name) {
    return getPropertyGet(target, name);
  }

  private static Object at(List<?> list, Number index) {
    long at = index.longValue();
    return at >= 0 && at < list.size() ? list.get((int) at) : null;
  }

  private record Found(Object value) implements JexlPropertyGet {
    @Override
    public Object invoke(Object target) {
      return value;
    }

    @Override
    public Object tryInvoke(Object target, Object name) {
      return value;
    }

    @Override
    public boolean isCacheable() {
      return false;
    }

    @Override
    public boolean tryFailed(Object result) {
      return false;
    }
  }

  private record Called(GoFunction function) implements JexlMethod {
    @Override
    public Class<?> getReturnType() {
      return Object.class;
    }

    @Override
    public Object invoke(Object target, Object... arguments) {
      Object[] converted = new Object[arguments.length];
      for (int i = 0; i < arguments.length; i++) {
        converted[i] = PlainValues.toGo(arguments[i]);
      }
      return Functions.call(function, converted);
    }

    @Override
    public Object tryInvoke(String name, Object target, Object... arguments) {
      return invoke(target, arguments);
    }

    @Override
    public boolean isCacheable() {
      return false;
    }

    @Override
    public boolean tryFailed(Object result) {
      return false;
    }
  }
}
