package io.tocsin.triggers.run;

import java.util.Iterator;
import java.util.List;
import org.apache.commons.jexl3.JexlArithmetic;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlOperator;
import org.apache.commons.jexl3.introspection.JexlMethod;
import org.apache.commons.jexl3.introspection.JexlPropertyGet;
import org.apache.commons.jexl3.introspection.JexlPropertySet;
import org.apache.commons.jexl3.introspection.JexlUberspect;

/**
 * All that an emitted script can reach: the calls it was emitted with and the loops it started. No
 * property, no method, no constructor, no class. Immutable and thread-safe.
 */
final class SiteUberspect implements JexlUberspect {
  private static final JexlOperator.Uberspect OPERATORS = new ExprOperators();

  /** A call by its number. */
  private record Numbered(int site) implements JexlMethod {
    @Override
    public Class<?> getReturnType() {
      return Object.class;
    }

    @Override
    public Object invoke(Object target, Object... arguments) {
      return ((Run.Calls) target).call(site, arguments);
    }

    @Override
    public Object tryInvoke(String name, Object target, Object... arguments) {
      return target instanceof Run.Calls calls
          ? calls.call(site, arguments)
          : JexlEngine.TRY_FAILED;
    }

    @Override
    public boolean isCacheable() {
      return true;
    }

    @Override
    public boolean tryFailed(Object result) {
      return JexlEngine.TRY_FAILED.equals(result);
    }
  }

  @Override
  public JexlMethod getMethod(Object target, String name, Object... arguments) {
    return target instanceof Run.Calls ? new Numbered(Run.number(name)) : null;
  }

  @Override
  public Iterator<?> getIterator(Object value) {
    return value instanceof Loop loop ? loop : null;
  }

  @Override
  public JexlOperator.Uberspect getOperator(JexlArithmetic arithmetic) {
    return OPERATORS;
  }

  @Override
  public JexlArithmetic.Uberspect getArithmetic(JexlArithmetic arithmetic) {
    return OPERATORS;
  }

  @Override
  public Class<?> getClassByName(String name) {
    return null;
  }

  @Override
  public JexlMethod getConstructor(Object handle, Object... arguments) {
    return null;
  }

  @Override
  public JexlPropertyGet getPropertyGet(Object target, Object name) {
    return null;
  }

  @Override
  public JexlPropertyGet getPropertyGet(
      List<PropertyResolver> resolvers, Object target, Object name) {
    return null;
  }

  @Override
  public JexlPropertySet getPropertySet(Object target, Object name, Object value) {
    return null;
  }

  @Override
  public JexlPropertySet getPropertySet(
      List<PropertyResolver> resolvers, Object target, Object name, Object value) {
    return null;
  }

  @Override
  public List<PropertyResolver> getResolvers(JexlOperator operator, Object target) {
    return List.of();
  }

  @Override
  public ClassLoader getClassLoader() {
    return SiteUberspect.class.getClassLoader();
  }

  @Override
  public void setClassLoader(ClassLoader loader) {
    throw new UnsupportedOperationException("classes are out of reach");
  }

  @Override
  public int getVersion() {
    return 1;
  }
}
