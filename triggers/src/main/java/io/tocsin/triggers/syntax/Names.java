package io.tocsin.triggers.syntax;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Finds the variables that an expression names. */
public final class Names {
  private Names() {}

  /** Those that are not the expression's own, also as members of {@code $env}. */
  public static Set<String> in(Node node) {
    Set<String> names = new HashSet<>();
    Set<String> own = new HashSet<>();
    collect(node, names, own);
    names.removeAll(own);
    return Set.copyOf(names);
  }

  private static void collect(Node node, Collection<String> names, Collection<String> own) {
    switch (node) {
      case Node.Identifier identifier -> names.add(identifier.name());
      case Node.Let let -> own.add(let.name());
      case Node.Member(_, Node.Identifier(_, String root), Node.Text(_, String name), _, _)
          when root.equals("$env") ->
          names.add(name);
      default -> {
        // names nothing by itself
      }
    }
    Children.of(node).forEach(child -> collect(child, names, own));
  }
}
