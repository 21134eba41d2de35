package io.tocsin.controller.health;

import io.tocsin.controller.health.lua.LuaException;
import io.tocsin.controller.health.lua.LuaLimits;
import io.tocsin.controller.health.lua.LuaScript;
import io.tocsin.controller.runtime.KubeObject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rule in Lua: it finds the object in {@code obj} and returns a table with {@code status} and
 * {@code message}. Safe for use by several threads.
 */
public final class HealthScript {
  private final LuaScript script;
  private final String mistake;

  private HealthScript(LuaScript script, String mistake) {
    this.script = script;
    this.mistake = mistake;
  }

  /** Compiles the script; one that does not compile finds every object Unknown, and says why. */
  public static HealthScript compile(String source, LuaLimits limits, Clock clock) {
    try {
      return new HealthScript(LuaScript.compile(source, limits, clock), "");
    } catch (LuaException e) {
      return new HealthScript(null, e.getMessage());
    }
  }

  /** Why the script does not compile; empty if it does. */
  public String mistake() {
    return mistake;
  }

  /** What the script says; empty when it returns nothing or an empty table. */
  public Optional<Health> judge(KubeObject live) {
    if (script == null) {
      return Optional.of(Health.unknown(mistake));
    }
    try {
      return health(script.run(Map.of("obj", live.content())));
    } catch (LuaException e) {
      return Optional.of(Health.unknown(e.getMessage()));
    }
  }

  private static Optional<Health> health(Object returned) {
    return switch (returned) {
      case null -> Optional.empty();
      case List<?> list when list.isEmpty() -> Optional.empty();
      case Map<?, ?> map -> Optional.of(health(map));
      default ->
          throw new LuaException(
              "the script must return a table with status and message, but returns a "
                  + (returned instanceof List<?> ? "list" : describe(returned)));
    };
  }

  private static Health health(Map<?, ?> map) {
    Object message = map.get("message");
    if (message != null && !(message instanceof String)) {
      throw new LuaException(
          "the script returns a message that is a " + describe(message) + ", not a string");
    }
    return HealthStatus.of(String.valueOf(map.get("status")))
        .map(status -> new Health(status, message == null ? "" : (String) message))
        .orElse(Health.unknown("Lua returned an invalid health status"));
  }

  private static String describe(Object value) {
    return switch (value) {
      case String text -> "string";
      case Boolean truth -> "boolean";
      case Number number -> "number";
      default -> "table";
    };
  }
}
