package io.tocsin.controller.helm.render;

import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoObject;
import io.tocsin.templates.golang.GoType;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The API versions that charts see, such as {@code apps/v1} and {@code apps/v1/Deployment}. */
final class ApiVersions extends AbstractList<Object> implements GoObject {
  private final List<String> versions;
  private final Set<String> lookup;

  ApiVersions(List<String> versions) {
    this.versions = List.copyOf(versions);
    this.lookup = Set.copyOf(versions);
  }

  @Override
  public Object get(int index) {
    return versions.get(index);
  }

  @Override
  public int size() {
    return versions.size();
  }

  @Override
  public String typeName() {
    return "common.VersionSet";
  }

  @Override
  public Optional<GoFunction> method(String name) {
    return name.equals("Has")
        ? Optional.of(GoFunction.of(name, GoType.BOOL, a -> lookup.contains(a[0]), GoType.STRING))
        : Optional.empty();
  }
}
