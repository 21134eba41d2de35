import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs programs. */
final class Commands {
  private Commands() {}

  /**
   * What it printed.
   *
   * @throws IOException when it failed, with what it printed
   */
  static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + output);
    }
    return output;
  }
}
