package io.tocsin.notifier.lint;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.config.ConfigurationException;
import io.tocsin.notifier.config.Manifests;
import io.tocsin.notifier.config.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text to check.
 *
 * @param name of the file
 * @param asked whether it was named itself, and not found in a folder
 */
record Input(String name, String text, boolean asked) {
  private static final String STANDARD_INPUT = "-";
  private static final Pattern MANIFEST = Pattern.compile("(?i).+\\.(ya?ml|json)");

  /**
   * What files, folders and standard input hold; of a folder all that is YAML or JSON by its name.
   *
   * @throws ConfigurationException naming a file that cannot be read
   */
  static List<Input> of(List<String> names) {
    List<Input> inputs = new ArrayList<>();
    for (String name : names) {
      if (!name.equals(STANDARD_INPUT) && Files.isDirectory(Path.of(name))) {
        files(name).forEach(file -> inputs.add(new Input(file, Manifests.text(file), false)));
      } else {
        String shown = name.equals(STANDARD_INPUT) ? "<stdin>" : name;
        inputs.add(new Input(shown, Manifests.text(name), true));
      }
    }
    return inputs;
  }

  /** An object that does not come from a file. */
  static Input of(KubeObject object) {
    String title = "%s %s".formatted(object.kind(), object.key());
    return new Input(title, Yaml.write(object.content()), true);
  }

  private static List<String> files(String folder) {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files
          .filter(Files::isRegularFile)
          .map(Path::toString)
          .filter(file -> MANIFEST.matcher(file).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new ConfigurationException("folder " + folder + " cannot be read: " + e.getMessage());
    }
  }
}
