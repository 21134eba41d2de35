package io.tocsin.templates.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The list of functions in the documentation is the list in the code. With {@code
 * -Dreference=write} it is written anew.
 */
class FunctionReferenceTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "template-functions.md");
  private static final Pattern GENERATED =
      Pattern.compile("(?s)(<!-- generated: functions -->\n).*(<!-- end -->)");

  private static String reference() {
    StringBuilder out = new StringBuilder();
    for (Chapter chapter : Sprig.chapters(Clock.systemUTC())) {
      out.append("\n### ").append(chapter.title()).append("\n\n");
      chapter.functions().forEach(function -> out.append(line(function)).append('\n'));
    }
    return out.append('\n').toString();
  }

  private static String line(GoFunction function) {
    List<String> parameters = new ArrayList<>();
    for (GoType type : function.parameters()) {
      parameters.add(name(type));
    }
    if (function.variadic()) {
      parameters.addLast("..." + parameters.removeLast());
    }
    String off = Sprig.COSTLY.contains(function.name()) ? " (off for tenants)" : "";
    return "- `%s(%s) %s`%s"
        .formatted(function.name(), String.join(", ", parameters), name(function.result()), off);
  }

  private static String name(GoType type) {
    return type.toString().replace("interface {}", "any").replace("struct", "object");
  }

  @Test
  void theListOfFunctionsIsCurrent() throws IOException {
    String document = Files.readString(DOCUMENT);
    String current =
        GENERATED
            .matcher(document)
            .replaceFirst("$1" + Matcher.quoteReplacement(reference()) + "$2");
    if ("write".equals(System.getProperty("reference"))) {
      Files.writeString(DOCUMENT, current);
    } else {
      assertThat(document).contains("<!-- generated: functions -->").isEqualTo(current);
    }
  }
}
