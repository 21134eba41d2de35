package io.tocsin.templates.functions;

import static io.tocsin.templates.golang.GoType.BOOL;
import static io.tocsin.templates.golang.GoType.INT;
import static io.tocsin.templates.golang.GoType.OBJECT;
import static io.tocsin.templates.golang.GoType.STRING;
import static io.tocsin.templates.golang.GoType.UINT64;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoInt;
import io.tocsin.templates.golang.GoInteger;
import io.tocsin.templates.golang.GoType;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/** The methods of {@code semver.Version}. */
final class VersionMethods {
  private static final Set<String> OF_PARSED =
      Set.of(
          "Original",
          "Compare",
          "LessThan",
          "LessThanEqual",
          "GreaterThan",
          "GreaterThanEqual",
          "Equal");

  private VersionMethods() {}

  static Optional<GoFunction> find(SemanticVersion version, String name) {
    if (!version.parsed() && OF_PARSED.contains(name)) {
      return Optional.empty();
    }
    return Optional.ofNullable(
        switch (name) {
          case "Major" -> number(name, version.major());
          case "Minor" -> number(name, version.minor());
          case "Patch" -> number(name, version.patch());
          case "Prerelease" -> text(name, version.prerelease());
          case "Metadata" -> text(name, version.metadata());
          case "Original" -> text(name, version.original());
          case "String" -> text(name, version.toString());
          case "IncMajor" -> object(name, version.next(version.major() + 1, 0, 0));
          case "IncMinor" -> object(name, version.next(version.major(), version.minor() + 1, 0));
          case "IncPatch" ->
              object(
                  name,
                  version.next(
                      version.major(),
                      version.minor(),
                      version.patch() + (version.prerelease().isEmpty() ? 1 : 0)));
          case "SetPrerelease" ->
              method(name, OBJECT, a -> version.withPrerelease((String) a[0]), STRING);
          case "SetMetadata" ->
              method(name, OBJECT, a -> version.withMetadata((String) a[0]), STRING);
          case "Compare" -> method(name, INT, a -> GoInt.of(version.compareTo(other(a))), OBJECT);
          case "LessThan" -> comparison(name, version, order -> order < 0);
          case "LessThanEqual" -> comparison(name, version, order -> order <= 0);
          case "GreaterThan" -> comparison(name, version, order -> order > 0);
          case "GreaterThanEqual" -> comparison(name, version, order -> order >= 0);
          case "Equal" -> comparison(name, version, order -> order == 0);
          default -> null;
        });
  }

  private static GoFunction method(
      String name, GoType result, GoFunction.Body body, GoType... parameters) {
    return GoFunction.of("semver.Version." + name, result, body, parameters);
  }

  private static GoFunction number(String name, long value) {
    return method(name, UINT64, none -> GoInteger.of(UINT64, value));
  }

  private static GoFunction text(String name, String value) {
    return method(name, STRING, none -> value);
  }

  private static GoFunction object(String name, SemanticVersion value) {
    return method(name, OBJECT, none -> value);
  }

  private static GoFunction comparison(String name, SemanticVersion version, IntPredicate order) {
    return method(name, BOOL, a -> order.test(version.compareTo(other(a))), OBJECT);
  }

  private static SemanticVersion other(Object[] arguments) {
    if (arguments[0] instanceof SemanticVersion version && version.parsed()) {
      return version;
    }
    throw new GoException("wrong type for value; expected *semver.Version");
  }
}
