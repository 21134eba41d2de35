package io.tocsin.services.registry;

import io.tocsin.services.Notification;
import io.tocsin.services.fields.Field;
import io.tocsin.services.fields.FieldCompiler;
import io.tocsin.services.fields.Part;
import io.tocsin.services.fields.Section;
import io.tocsin.services.options.Keys;
import io.tocsin.services.options.Nearest;
import io.tocsin.services.options.Remark;
import io.tocsin.services.spi.ServiceType;
import io.tocsin.templates.TemplateEngine;
import io.tocsin.templates.TemplateException;
import io.tocsin.templates.TemplateException.Phase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** A message's template, every text of it compiled. Immutable and thread-safe. */
public final class NotificationTemplate {
  private static final String MESSAGE = "message";
  private static final String ENGINE = "engine";
  private static final String DEFAULT_ENGINE = "go";
  private static final Map<String, Section> SECTIONS = sections();

  private final String name;
  private final Part message;
  private final Map<String, Part> parts;
  private final Map<String, Part> implied;
  private final List<Remark> remarks;

  private NotificationTemplate(
      String name,
      Part message,
      Map<String, Part> parts,
      Map<String, Part> implied,
      List<Remark> remarks) {
    this.name = name;
    this.message = message;
    this.parts = parts;
    this.implied = implied;
    this.remarks = List.copyOf(remarks);
  }

  /** Compiles a template that is written in the one language given. */
  public static NotificationTemplate compile(
      String name, Map<String, Object> definition, TemplateEngine engine) {
    return compile(name, definition, _ -> Optional.of(engine));
  }

  /**
   * Compiles a template.
   *
   * @param name as in the configuration, such as {@code template.app-deployed}
   * @param definition what its YAML says
   * @param engines the languages by the name that {@code engine:} gives; {@code go} without it
   * @throws TemplateException naming the template and the field that is wrong
   */
  public static NotificationTemplate compile(
      String name,
      Map<String, Object> definition,
      Function<String, Optional<TemplateEngine>> engines) {
    String language = String.valueOf(definition.getOrDefault(ENGINE, DEFAULT_ENGINE));
    List<Remark> remarks = new ArrayList<>();
    FieldCompiler compiler =
        new FieldCompiler(
            name,
            language,
            engine(name, language, engines),
            engine(name, DEFAULT_ENGINE, engines),
            remarks::add);
    Map<String, Part> parts = new LinkedHashMap<>();
    definition.forEach(
        (key, value) -> {
          Optional<Section> section = section(key);
          if (section.isPresent() && value != null) {
            Part part = compiler.compile(section.get().key(), section.get().field(), value);
            parts.put(section.get().key(), part);
            section
                .get()
                .lint()
                .problems(value)
                .forEach(odd -> remarks.add(new Remark(odd.path(), name + ", " + odd.sentence())));
          } else if (section.isEmpty() && !Keys.known(key, List.of(MESSAGE, ENGINE))) {
            remarks.add(new Remark(key, Nearest.unknown(name, key, keys())));
          }
        });
    Part message = compiler.compile(MESSAGE, Field.kept(), Keys.find(definition, MESSAGE));
    return new NotificationTemplate(name, message, parts, implied(compiler), remarks);
  }

  /** Renders templates into one message with what they say for every type of service. */
  public static Notification render(
      List<NotificationTemplate> templates, Map<String, Object> variables) {
    return render(templates, variables, _ -> true);
  }

  /** Renders templates into one message for a service of that type. */
  public static Notification render(
      List<NotificationTemplate> templates, Map<String, Object> variables, ServiceType type) {
    Notification said = render(templates, variables, type::reads);
    Optional<String> missing =
        type.section()
            .filter(section -> section.implied().isPresent())
            .map(Section::key)
            .filter(key -> !said.fields().containsKey(key));
    if (missing.isEmpty() || templates.isEmpty()) {
      return said;
    }
    Map<String, Object> fields = new HashMap<>(said.fields());
    Part part = templates.getLast().implied.get(missing.get());
    fields.put(missing.get(), part.render(variables, null));
    return new Notification(said.message(), fields);
  }

  /** The name it was compiled under. */
  public String name() {
    return name;
  }

  /** What is odd about the definition; sentences name template and key. */
  public List<Remark> remarks() {
    return remarks;
  }

  /** What is odd about the definition, a sentence each, naming template and key. */
  public List<String> warnings() {
    return remarks.stream().map(Remark::sentence).toList();
  }

  private static Notification render(
      List<NotificationTemplate> templates,
      Map<String, Object> variables,
      Predicate<String> wanted) {
    Object message = "";
    Map<String, Object> fields = new HashMap<>();
    for (NotificationTemplate template : templates) {
      message = template.message.render(variables, message);
      template.parts.forEach(
          (key, part) -> {
            if (wanted.test(key)) {
              fields.put(key, part.render(variables, fields.get(key)));
            }
          });
    }
    return new Notification((String) message, fields);
  }

  private static Map<String, Part> implied(FieldCompiler compiler) {
    Map<String, Part> implied = new HashMap<>();
    SECTIONS.forEach(
        (key, section) ->
            section
                .implied()
                .ifPresent(
                    value -> implied.put(key, compiler.compile(key, section.field(), value))));
    return implied;
  }

  private static TemplateEngine engine(
      String name, String language, Function<String, Optional<TemplateEngine>> engines) {
    return engines
        .apply(language)
        .orElseThrow(
            () ->
                new TemplateException(
                        Phase.PARSE, name + ", engine: there is no engine " + language)
                    .in(ENGINE));
  }

  private static Optional<Section> section(String key) {
    return SECTIONS.values().stream()
        .filter(section -> section.key().equalsIgnoreCase(key))
        .findFirst();
  }

  private static Map<String, Section> sections() {
    Map<String, Section> byKey = new HashMap<>();
    ServiceTypes.all().values().stream()
        .flatMap(type -> type.section().stream())
        .forEach(section -> byKey.put(section.key(), section));
    return Map.copyOf(byKey);
  }

  private static Set<String> keys() {
    Set<String> keys = new TreeSet<>(SECTIONS.keySet());
    keys.add(MESSAGE);
    keys.add(ENGINE);
    return keys;
  }
}
