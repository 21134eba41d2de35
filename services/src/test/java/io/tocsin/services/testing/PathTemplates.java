package io.tocsin.services.testing;

import io.tocsin.templates.Template;
import io.tocsin.templates.TemplateEngine;
import io.tocsin.templates.TemplateException;
import io.tocsin.templates.TemplateException.Phase;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A language of nothing but <code>{{.path.to.value}}</code>. */
final class PathTemplates implements TemplateEngine {
  private static final Pattern ANY = Pattern.compile("\\{\\{.*?}}");
  private static final Pattern ACTION = Pattern.compile("\\{\\{\\s*\\.([\\w.]+)\\s*}}");

  @Override
  public Template compile(String name, String text) {
    if (ANY.matcher(text).replaceAll("").contains("{{")) {
      throw new TemplateException(Phase.PARSE, name + ": unclosed action");
    }
    return data ->
        ACTION
            .matcher(text)
            .replaceAll(match -> Matcher.quoteReplacement(lookup(name, match.group(1), data)));
  }

  private static String lookup(String name, String path, Object data) {
    Object value = data;
    for (String step : path.split("\\.")) {
      if (!(value instanceof Map<?, ?> map)) {
        throw new TemplateException(Phase.EXECUTE, name + ": can't evaluate field " + step);
      }
      value = map.get(step);
    }
    return value == null ? "<no value>" : String.valueOf(value);
  }
}
