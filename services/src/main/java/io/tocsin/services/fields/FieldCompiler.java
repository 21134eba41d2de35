package io.tocsin.services.fields;

import io.tocsin.services.html.HtmlEscaping;
import io.tocsin.services.options.Keys;
import io.tocsin.services.options.Nearest;
import io.tocsin.services.options.Remark;
import io.tocsin.templates.Template;
import io.tocsin.templates.TemplateEngine;
import io.tocsin.templates.TemplateException;
import io.tocsin.templates.TemplateException.Phase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Compiles what one template says, once, so that a syntax error shows when the configuration is
 * read. Not thread-safe; the parts it makes are.
 */
public final class FieldCompiler {
  private static final Pattern UNESCAPED =
      Pattern.compile("(?s)</?[a-zA-Z].*\\{\\{|\\{\\{.*</[a-zA-Z]");

  private final String template;
  private final String language;
  private final TemplateEngine engine;
  private final TemplateEngine defaults;
  private final Consumer<Remark> warnings;

  /**
   * @param template the template as errors name it, such as {@code template.app-deployed}
   * @param language the name of the engine
   * @param engine the language of what the definition says
   * @param defaults the language of what stands where it says nothing
   * @param warnings takes a remark for each unknown key
   */
  public FieldCompiler(
      String template,
      String language,
      TemplateEngine engine,
      TemplateEngine defaults,
      Consumer<Remark> warnings) {
    this.template = template;
    this.language = language;
    this.engine = engine;
    this.defaults = defaults;
    this.warnings = warnings;
  }

  /**
   * Compiles a field.
   *
   * @param path the field's place in the template, such as {@code webhook.dingtalk.body}
   * @param value what the definition says there, or null
   * @throws TemplateException naming template and field
   */
  public Part compile(String path, Field field, Object value) {
    return switch (field) {
      case Field.Text(var otherwise, var keeps) ->
          value == null
              ? text(path, otherwise, keeps, defaults)
              : text(path, scalar(path, value), keeps, engine);
      case Field.Html _ -> value == null ? keep() : text(path, scalar(path, value), true, engine);
      case Field.Fixed(var otherwise) -> constant(value == null ? otherwise : scalar(path, value));
      case Field.Flag(var otherwise) ->
          value == null ? constant(otherwise.orElse(null)) : constant(flag(path, value));
      case Field.Group(var fields) ->
          value == null ? keep() : group(path, fields, map(path, value));
      case Field.Texts _ -> value == null ? keep() : list(path, Field.text(), value);
      case Field.FixedTexts _ -> value == null ? keep() : list(path, Field.fixed(), value);
      case Field.Groups(var each) -> value == null ? keep() : list(path, each, value);
      case Field.TextMap textMap -> value == null ? keep() : textMap(path, textMap, value);
      case Field.NamedGroups(var each) -> value == null ? keep() : named(path, each, value);
    };
  }

  private Part text(String path, String source, boolean keeps, TemplateEngine compiler) {
    if (source.isEmpty()) {
      return keeps ? keep() : constant("");
    }
    Template compiled = compiled(path, source, compiler);
    return (variables, earlier) -> {
      String rendered = rendered(path, compiled, variables);
      return keeps && rendered.isEmpty() ? earlier : rendered;
    };
  }

  private Template compiled(String path, String source, TemplateEngine compiler) {
    try {
      return compiler.compile(template + ", " + path, source);
    } catch (TemplateException e) {
      throw e.in(path);
    }
  }

  private static String rendered(String path, Template template, Map<String, Object> variables) {
    try {
      return template.render(variables);
    } catch (TemplateException e) {
      throw e.in(path);
    }
  }

  private Part group(String path, Map<String, Field> fields, Map<?, ?> values) {
    Map<String, Part> parts = new LinkedHashMap<>();
    fields.forEach(
        (name, field) -> {
          String inner = path + "." + name;
          Object value = Keys.find(values, name);
          Object source = field instanceof Field.Html ? html(inner, value, values) : value;
          parts.put(name, compile(inner, field, source));
        });
    for (Object key : values.keySet()) {
      String name = String.valueOf(key);
      if (!Keys.known(name, fields.keySet())) {
        warnings.accept(
            new Remark(
                path + "." + name, Nearest.unknown(template + ", " + path, name, fields.keySet())));
      }
    }
    return (variables, earlier) -> render(parts, variables, earlier);
  }

  /** Handlebars escapes by itself. */
  private Object html(String path, Object value, Map<?, ?> siblings) {
    String escape = String.valueOf(Keys.find(siblings, "escape"));
    boolean handlebars = !language.equals("go");
    return switch (escape) {
      case "html" -> value == null || handlebars ? value : escaped(path, scalar(path, value));
      case "null" -> {
        if (value instanceof String text && !handlebars && UNESCAPED.matcher(text).find()) {
          warnings.accept(
              new Remark(
                  path,
                  template
                      + ", "
                      + path
                      + ": is HTML whose values are not escaped; escape: html escapes them"));
        }
        yield value;
      }
      default -> throw wrong(path.replaceFirst("[^.]*$", "escape"), "html");
    };
  }

  /** Compiled as it is written first, so that errors point into what is written. */
  private String escaped(String path, String source) {
    compiled(path, source, engine);
    try {
      return HtmlEscaping.rewrite(template + ", " + path, source);
    } catch (TemplateException e) {
      throw e.in(path);
    }
  }

  private Part list(String path, Field each, Object value) {
    if (!(value instanceof List<?> items)) {
      throw wrong(path, "a list");
    }
    List<Part> parts = new ArrayList<>();
    for (Object item : items) {
      parts.add(compile(path + "[" + parts.size() + "]", each, item == null ? "" : item));
    }
    return (variables, _) -> parts.stream().map(part -> part.render(variables, null)).toList();
  }

  private Part textMap(String path, Field.TextMap field, Object value) {
    Map<Object, Object> values = new LinkedHashMap<>(map(path, value));
    String name = template.replaceFirst("^template\\.", "");
    field.otherwise().apply(name).forEach(values::putIfAbsent);
    return replacing(path, Field.text(), values);
  }

  private Part named(String path, Field each, Object value) {
    Map<String, Part> parts = parts(path, each, map(path, value));
    return (variables, earlier) -> {
      Map<Object, Object> merged = copy(earlier);
      parts.forEach((name, part) -> merged.put(name, part.render(variables, null)));
      return merged;
    };
  }

  private Part replacing(String path, Field each, Map<?, ?> values) {
    Map<String, Part> parts = parts(path, each, values);
    return (variables, _) -> render(parts, variables, null);
  }

  private Map<String, Part> parts(String path, Field each, Map<?, ?> values) {
    Map<String, Part> parts = new LinkedHashMap<>();
    values.forEach(
        (key, value) ->
            parts.put(
                String.valueOf(key), compile(path + "." + key, each, value == null ? "" : value)));
    return parts;
  }

  private static Map<Object, Object> render(
      Map<String, Part> parts, Map<String, Object> variables, Object earlier) {
    Map<Object, Object> merged = copy(earlier);
    parts.forEach(
        (name, part) -> {
          Object rendered = part.render(variables, merged.get(name));
          if (rendered != null) {
            merged.put(name, rendered);
          }
        });
    return merged;
  }

  private static Map<Object, Object> copy(Object earlier) {
    return earlier instanceof Map<?, ?> map ? new LinkedHashMap<>(map) : new LinkedHashMap<>();
  }

  private static Part keep() {
    return (_, earlier) -> earlier;
  }

  private static Part constant(Object value) {
    return (_, _) -> value;
  }

  private String scalar(String path, Object value) {
    return switch (value) {
      case String text -> text;
      case Number number -> number.toString();
      case Boolean truth -> truth.toString();
      default -> throw wrong(path, "a text");
    };
  }

  private Boolean flag(String path, Object value) {
    return switch (String.valueOf(value)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(path, "true or false");
    };
  }

  private Map<?, ?> map(String path, Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw wrong(path, "a map");
  }

  private TemplateException wrong(String path, String expected) {
    return new TemplateException(Phase.PARSE, template + ", " + path + ": must be " + expected)
        .in(path);
  }
}
