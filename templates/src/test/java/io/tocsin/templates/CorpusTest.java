package io.tocsin.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.templates.functions.Sprig;
import io.tocsin.templates.golang.GoFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/** Every line of every file in the folder {@code corpus} is answered as Go answers it. */
class CorpusTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Map<String, GoFunction> SPRIG = Sprig.functions();

  @TestFactory
  Stream<DynamicContainer> goAnswers() throws IOException, URISyntaxException {
    Path folder = Path.of(CorpusTest.class.getResource("/corpus").toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList().stream()
          .map(
              file ->
                  DynamicContainer.dynamicContainer(file.getFileName().toString(), tests(file)));
    }
  }

  private static Stream<DynamicTest> tests(Path file) {
    List<String> lines = lines(file);
    return IntStream.range(0, lines.size())
        .filter(i -> !lines.get(i).isBlank())
        .mapToObj(i -> new CorpusCase("line " + (i + 1), JSON.readTree(lines.get(i))))
        .map(example -> DynamicTest.dynamicTest(example.toString(), () -> check(example)));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void check(CorpusCase example) {
    assertThat(answer(example)).isEqualTo(example.expected());
  }

  private static String answer(CorpusCase example) {
    Map<String, GoFunction> functions = example.functions().equals("none") ? Map.of() : SPRIG;
    var engine = new GoTemplates(functions, example.missingKey(), Limits.DEFAULT);
    try {
      return engine.compile("t", example.template()).render(example.data());
    } catch (TemplateException e) {
      return "fails to " + (e.phase() == TemplateException.Phase.PARSE ? "parse" : "exec");
    }
  }
}
