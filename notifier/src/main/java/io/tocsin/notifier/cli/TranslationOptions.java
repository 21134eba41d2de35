package io.tocsin.notifier.cli;

import io.tocsin.notifier.translate.Translation;
import io.tocsin.notifier.translate.Translation.Note;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How what became of another notifier's configuration is printed. */
final class TranslationOptions {
  private static final int NOTES = 1;
  private static final int ERRORS = 2;

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAME",
      description = "The namespace that the manifests name; by default none.")
  private String namespace = "";

  /**
   * Prints the manifests, and the notes on the standard error.
   *
   * @return the exit code: 0 without notes, 1 with some, 2 where something will not work
   */
  int print(Translation translation, CommandSpec spec) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(TranslationText.of(translation, namespace));
    out.flush();
    PrintWriter err = spec.commandLine().getErr();
    translation.notes().forEach(note -> err.println(TranslationText.line(note)));
    err.flush();
    if (translation.notes().stream().anyMatch(Note::wrong)) {
      return ERRORS;
    }
    return translation.notes().isEmpty() ? 0 : NOTES;
  }
}
