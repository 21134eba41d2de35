package io.tocsin.controller.compare;

import io.tocsin.controller.runtime.KubeObjects;
import io.tocsin.controller.runtime.Trees;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.PathOutput;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Version;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.path.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An expression of jq that selects what is taken away from objects. Stops after a second; safe for
 * use by several threads.
 */
final class JqPath {
  static final Duration LIMIT = Duration.ofSeconds(1);
  private static final Version VERSION = Versions.JQ_1_7;
  private static final Set<String> REGEX =
      Set.of("_match_impl/3", "_sub_impl/3", "test/1", "test/2");
  private static final ScopedValue<Long> DEADLINE = ScopedValue.newInstance();
  private static final Scope FUNCTIONS = functions();

  private final String expression;
  private final JsonQuery deletion;

  private JqPath(String expression, JsonQuery deletion) {
    this.expression = expression;
    this.deletion = deletion;
  }

  /**
   * Compiles an expression.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static JqPath compile(String expression) {
    String objection = JqSafety.objection(expression);
    if (objection != null) {
      throw new IllegalArgumentException(
          "jqPathExpressions: `%s` %s".formatted(expression, objection));
    }
    try {
      return new JqPath(expression, JsonQuery.compile("del(" + expression + ")", VERSION));
    } catch (JsonQueryException | StackOverflowError e) {
      throw new IllegalArgumentException(
          "jqPathExpressions: `%s` is no expression of jq".formatted(expression), e);
    }
  }

  /**
   * The object without what is selected; the same instance where that is nothing.
   *
   * @throws IllegalArgumentException when the expression fails or takes too long
   */
  Map<String, Object> remove(Map<String, Object> content) {
    return remove(content, LIMIT);
  }

  Map<String, Object> remove(Map<String, Object> content, Duration limit) {
    JsonNode before = JsonMapper.shared().valueToTree(content);
    List<JsonNode> results = new ArrayList<>();
    try {
      ScopedValue.where(DEADLINE, System.nanoTime() + limit.toNanos())
          .call(
              () -> {
                deletion.apply(Scope.newChildScope(FUNCTIONS), before, results::add);
                return null;
              });
    } catch (JsonQueryException | StackOverflowError e) {
      throw new IllegalArgumentException(
          "jqPathExpressions: `%s`: %s".formatted(expression, reason(e)), e);
    }
    if (results.size() != 1 || !results.getFirst().isObject()) {
      throw new IllegalArgumentException(
          "jqPathExpressions: `%s` selects no path".formatted(expression));
    }
    JsonNode after = results.getFirst();
    return after.equals(before)
        ? content
        : Trees.map(KubeObjects.numbers(JsonMapper.shared().treeToValue(after, Object.class)));
  }

  private static String reason(Throwable failure) {
    return failure instanceof JsonQueryException ? failure.getMessage() : "recurses too deep";
  }

  private static Scope functions() {
    Scope scope = Scope.newEmptyScope();
    BuiltinFunctionLoader.getInstance()
        .listFunctions(VERSION, scope)
        .forEach(
            (name, function) -> {
              if (!JqSafety.LOOPS.contains(name) && !REGEX.contains(name)) {
                scope.addFunction(name, new Timed(function));
              }
            });
    scope.addFunction("test/1", new Timed(new JqRegex()));
    scope.addFunction("test/2", new Timed(new JqRegex()));
    return scope;
  }

  /** Looks at the clock when a function is called and at each of its results. */
  private record Timed(Function function) implements Function {
    @Override
    public void apply(
        Scope scope,
        List<Expression> arguments,
        JsonNode in,
        Path path,
        PathOutput output,
        Version version)
        throws JsonQueryException {
      look();
      function.apply(
          scope,
          arguments,
          in,
          path,
          (value, at) -> {
            look();
            output.emit(value, at);
          },
          version);
    }

    private static void look() throws JsonQueryException {
      if (DEADLINE.isBound() && System.nanoTime() - DEADLINE.get() > 0) {
        throw new JsonQueryException("takes too long");
      }
    }
  }
}
