package io.tocsin.controller.compare;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.PathOutput;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Version;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.path.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/**
 * {@code test(regex)} and {@code test(regex; flags)} of jq by RE2, which takes time in proportion
 * to the text, as Argo CD's jq does. The other functions over regular expressions are left out.
 */
final class JqRegex implements Function {
  @Override
  public void apply(
      Scope scope,
      List<Expression> arguments,
      JsonNode in,
      Path path,
      PathOutput output,
      Version version)
      throws JsonQueryException {
    if (!in.isString()) {
      throw new JsonQueryException(in + " cannot be matched, as it is not a string");
    }
    arguments
        .getFirst()
        .apply(
            scope,
            in,
            regex -> {
              if (arguments.size() == 1) {
                output.emit(test(in, regex.asString(), ""), null);
                return;
              }
              arguments
                  .get(1)
                  .apply(
                      scope,
                      in,
                      flags -> output.emit(test(in, regex.asString(), flags.asString("")), null));
            });
  }

  private static JsonNode test(JsonNode in, String regex, String flags) throws JsonQueryException {
    int options = flags.contains("i") ? Pattern.CASE_INSENSITIVE : 0;
    options |= flags.contains("s") ? Pattern.DOTALL : 0;
    try {
      Matcher matcher = Pattern.compile(regex, options).matcher(in.asString());
      return BooleanNode.valueOf(matcher.find());
    } catch (PatternSyntaxException e) {
      throw new JsonQueryException(regex + " is no regular expression");
    }
  }
}
