package io.tocsin.triggers.run;

import java.util.Iterator;
import java.util.List;
import org.apache.commons.jexl3.JexlArithmetic;
import org.apache.commons.jexl3.JexlOperator;
import org.apache.commons.jexl3.introspection.JexlMethod;
import org.apache.commons.jexl3.introspection.JexlPropertyGet;
import org.apache.commons.jexl3.introspection.JexlPropertySet;
import org.apache.commons.jexl3.introspection.JexlUberspect;

/**
 * What scripts can reach of Java: nothing. Subclasses open what is meant to be reached. Immutable
 * and thread-safe.
 */
public abstract class ClosedUberspect implements JexlUberspect {
  @Override
  public JexlMethod getMethod(Object target, String name, Object... arguments) {
    return null;
  }

  @Override
  public Iterator<?> getIterator(Object value) {
    return null;
  }

  @Override
  public JexlOperator.Uberspect getOperator(JexlArithmetic arithmetic) {
    return null;
  }

  @Override
  public JexlArithmetic.Uberspect getArithmetic(JexlArithmetic arithmetic) {
    return null;
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
    return ClosedUberspect.class.getClassLoader();
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
