package io.tocsin.services.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.services.fields.Field;
import io.tocsin.services.registry.ServiceTypes;
import io.tocsin.services.spi.ServiceType;
import io.tocsin.services.testing.Sending;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of a service's page name what the code reads, no more and no less. */
final class TablesTest {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  static Stream<ServiceType> types() {
    return ServiceTypes.all().values().stream();
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyOptionIsInTheTable(ServiceType type) throws IOException {
    assertThat(table(type, "Options")).containsAll(asked(type, Map.of()));
  }

  @ParameterizedTest
  @MethodSource("types")
  void theTableOfOptionsNamesNoOther(ServiceType type) throws IOException {
    for (String option : table(type, "Options")) {
      assertThat(type.create(type.name(), Map.of(option, "x"), Sending.context()).warnings())
          .as(option)
          .noneMatch(warning -> warning.contains("unknown key"));
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void theTableOfFieldsIsWhatATemplateMaySay(ServiceType type) throws IOException {
    Set<String> fields =
        type.section().map(section -> section.field()).stream()
            .flatMap(TablesTest::names)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(table(type, "Template fields")).isEqualTo(fields);
  }

  private static Stream<String> names(Field field) {
    return switch (field) {
      case Field.Group group -> group.fields().keySet().stream();
      case Field.NamedGroups groups -> groups.each().fields().keySet().stream();
      default -> Stream.empty();
    };
  }

  /** The keys that the code looks up, less those that differ in the case of letters alone. */
  private static Set<String> asked(ServiceType type, Map<String, Object> options) {
    Set<String> asked = new TreeSet<>();
    Map<String, Object> listening =
        new HashMap<>(options) {
          private static final long serialVersionUID = 1L;

          @Override
          public boolean containsKey(Object key) {
            asked.add(String.valueOf(key));
            return super.containsKey(key);
          }
        };
    type.create(type.name(), listening, Sending.context());
    return asked;
  }

  /** What the first column of the table under a heading has in code. */
  private static Set<String> table(ServiceType type, String heading) throws IOException {
    String page =
        Files.readString(Page.FOLDER.resolve(type.name().toLowerCase(Locale.ROOT) + ".md"));
    Optional<String> section =
        Stream.of(page.split("(?m)^## "))
            .filter(text -> text.startsWith(heading + "\n"))
            .findFirst();
    Set<String> names = new TreeSet<>();
    section.stream()
        .flatMap(String::lines)
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.substring(0, line.indexOf('|', 2)))
        .forEach(
            cell -> {
              Matcher code = CODE.matcher(cell);
              while (code.find()) {
                names.add(code.group(1));
              }
            });
    return names;
  }
}
