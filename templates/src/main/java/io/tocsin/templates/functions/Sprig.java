package io.tocsin.templates.functions;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoFunction;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All of Sprig 3.3's functions by name, less {@code env} and {@code expandenv}, as Argo CD has
 * them.
 */
public final class Sprig {
  /**
   * The functions that change a map in place. They change maps that functions made ({@link Dict})
   * and copies of all others, so that what is rendered is never changed. For {@code set .a "k" 1}
   * to be seen in {@code .a} later in the same template, as in Go, an engine renders a template
   * that calls one of these with {@link DeepCopy#of} of its data.
   */
  public static final Set<String> CHANGING =
      Set.of("set", "unset", "merge", "mustMerge", "mergeOverwrite", "mustMergeOverwrite");

  /** The functions that reach the network or keep a processor busy for a good part of a second. */
  public static final Set<String> COSTLY =
      Set.of(
          "getHostByName",
          "genPrivateKey",
          "genCA",
          "genCAWithKey",
          "genSelfSignedCert",
          "genSelfSignedCertWithKey",
          "genSignedCert",
          "genSignedCertWithKey",
          "bcrypt",
          "htpasswd",
          "derivePassword");

  private Sprig() {}

  /** All functions, by the system's clock. Immutable. */
  public static Map<String, GoFunction> functions() {
    return functions(Clock.systemUTC());
  }

  /** All functions, by that clock. Immutable. */
  public static Map<String, GoFunction> functions(Clock clock) {
    Map<String, GoFunction> functions = new HashMap<>();
    for (Chapter chapter : chapters(clock)) {
      for (GoFunction function : chapter.functions()) {
        functions.put(function.name(), function);
      }
    }
    return Map.copyOf(functions);
  }

  /**
   * All functions for templates of people who share this process with others: the {@link #COSTLY}
   * ones fail, saying so. Immutable.
   */
  public static Map<String, GoFunction> functionsForTenants() {
    Map<String, GoFunction> functions = new HashMap<>(functions());
    functions.replaceAll((name, function) -> COSTLY.contains(name) ? off(function) : function);
    return Map.copyOf(functions);
  }

  private static GoFunction off(GoFunction function) {
    return new GoFunction(
        function.name(),
        function.parameters(),
        function.variadic(),
        function.result(),
        arguments -> {
          throw new GoException(function.name() + " is off for configurations of namespaces");
        });
  }

  /** In the order of the documentation. */
  static List<Chapter> chapters(Clock clock) {
    SecureRandom random = new SecureRandom();
    return List.of(
        Strings.chapter(),
        Randoms.chapter(random),
        StringLists.chapter(),
        IntegerMath.chapter(random),
        FloatMath.chapter(),
        IntegerLists.chapter(),
        Dates.chapter(clock),
        Defaults.chapter(),
        Encodings.chapter(),
        Lists.chapter(),
        Dicts.chapter(),
        Conversions.chapter(),
        Paths.chapter(),
        FlowControl.chapter(),
        Semver.chapter(),
        Reflection.chapter(),
        Regexes.chapter(),
        Security.chapter(random, clock),
        Network.chapter(random),
        Urls.chapter());
  }
}
