package io.tocsin.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The conditions that {@code docs/conditions.md} and {@code docs/triggers.md} show. */
class DocumentationTest {
  private static final Pattern LAST_COLUMN = Pattern.compile("^\\| .*(?<!\\\\)\\| (.*) \\|$");
  private static final Pattern CODE = Pattern.compile("`` ?(.+?) ?``|`([^`]+)`");

  @TestFactory
  List<DynamicTest> everyExampleCompiles() throws IOException {
    List<DynamicTest> tests =
        Files.readAllLines(Path.of("../docs/conditions.md")).stream()
            .flatMap(DocumentationTest::examples)
            .map(
                example ->
                    DynamicTest.dynamicTest(
                        example,
                        () -> assertThat(Expression.compile(example).source()).isEqualTo(example)))
            .toList();
    assertThat(tests).hasSizeGreaterThan(60);
    return tests;
  }

  @TestFactory
  List<DynamicTest> everyTriggerThatIsOftenWantedCompiles() throws IOException {
    String page = Files.readString(Path.of("../docs/triggers.md"));
    List<DynamicTest> tests =
        CODE.matcher(page.split("## Often wanted|## Once, or")[1])
            .results()
            .map(code -> code.group(2))
            .filter(code -> !code.equals("when") && !code.equals("oncePer"))
            .map(code -> DynamicTest.dynamicTest(code, () -> Expression.compile(code)))
            .toList();
    assertThat(tests).hasSizeGreaterThan(10);
    return tests;
  }

  private static Stream<String> examples(String line) {
    Matcher row = LAST_COLUMN.matcher(line);
    return row.matches()
        ? CODE.matcher(row.group(1))
            .results()
            .map(code -> code.group(1) == null ? code.group(2) : code.group(1))
            .map(code -> code.replace("\\|", "|"))
        : Stream.empty();
  }
}
