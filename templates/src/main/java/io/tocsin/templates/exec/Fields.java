package io.tocsin.templates.exec;

import io.tocsin.templates.MissingKey;
import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoObject;
import io.tocsin.templates.golang.GoType;
import io.tocsin.templates.golang.GoTyped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fields of fields, entries of maps and methods without arguments. */
final class Fields implements Expression {
  private final Expression base;
  private final String[] names;
  private final MissingKey missingKey;
  private final Site site;

  /**
   * @param names at least one
   */
  Fields(Expression base, List<String> names, MissingKey missingKey, Site site) {
    this.base = base;
    this.names = names.toArray(String[]::new);
    this.missingKey = missingKey;
    this.site = site;
  }

  int depth() {
    return names.length;
  }

  String name(int index) {
    return names[index];
  }

  @Override
  public Object value(Frame frame) {
    return value(frame, names.length);
  }

  /** The value of the first {@code count} fields. */
  Object value(Frame frame, int count) {
    Object value = base.value(frame);
    for (int i = 0; i < count; i++) {
      value =
          value instanceof Map<?, ?> map && !(value instanceof GoObject)
              ? entry(map, names[i])
              : field(value, names[i], i, frame);
    }
    return value;
  }

  private Object entry(Map<?, ?> map, String name) {
    Object value = map.get(name);
    if (value != null) {
      return value;
    }
    return map.containsKey(name) ? Nil.INTERFACE : missing(map, name);
  }

  private Object missing(Map<?, ?> map, String name) {
    return switch (missingKey) {
      case DEFAULT -> null;
      case ZERO -> Nil.held(zero(map));
      case ERROR -> throw site.fail("map has no entry for key \"" + name + "\"");
    };
  }

  private static Object zero(Map<?, ?> map) {
    return switch (map instanceof GoTyped typed ? typed.type() : GoType.MAP) {
      case STRING_MAP -> "";
      case BYTES_MAP -> new byte[0];
      default -> null;
    };
  }

  private Object field(Object receiver, String name, int index, Frame frame) {
    if (receiver == null) {
      if (missingKey == MissingKey.ERROR) {
        throw site.fail("nil data; no entry for key \"" + name + "\"");
      }
      return null;
    }
    if (receiver == Nil.INTERFACE) {
      throw site.fail("nil pointer evaluating interface {}." + name);
    }
    if (receiver instanceof GoObject object) {
      Optional<GoFunction> method = object.method(name);
      if (method.isPresent()) {
        return MethodCall.invoke(name, method.get(), List.of(), null, site, frame);
      }
      Optional<Object> value = object.field(name);
      if (value.isPresent()) {
        return value.get();
      }
      if (object instanceof Map<?, ?> map) {
        return entry(map, name);
      }
    }
    String type = index > 0 ? "interface {}" : Values.typeName(receiver);
    throw site.fail("can't evaluate field " + name + " in type " + type);
  }
}
