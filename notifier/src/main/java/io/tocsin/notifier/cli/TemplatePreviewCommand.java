package io.tocsin.notifier.cli;

import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.preview.HtmlPage;
import io.tocsin.notifier.preview.Preview;
import io.tocsin.notifier.preview.Previews;
import io.tocsin.notifier.preview.TerminalPreview;
import io.tocsin.notifier.sample.Sample;
import io.tocsin.services.http.ExchangeListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin template preview}. */
@Command(
    name = "preview",
    description = "Shows what a template would look like at each service. Sends nothing.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "In the terminal, with a made-up application:",
      "  tocsin template preview app-deployed --config-map cm.yaml --secret :empty",
      "As a page to look at and to pass on, with an application of the cluster:",
      "  tocsin template preview app-deployed guestbook --html preview.html"
    })
final class TemplatePreviewCommand implements Callable<Integer> {
  @Mixin private ConfigurationOptions options;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write one page that needs nothing else, instead of printing.")
  private Path html;

  @Parameters(index = "0", paramLabel = "NAME", description = "The template.")
  private String template;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "APP",
      description =
          "An Application: a YAML file, or a name in the cluster; a made-up one without it.")
  private String application;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Setup setup = Setup.read(options, out, ExchangeListener.NONE);
    Configuration configuration = setup.configuration();
    if (!configuration.templates().containsKey(template)) {
      throw new CommandException(
          setup.broken("template." + template, "template", template, Configuration::templates));
    }
    Sample sample =
        application == null
            ? Sample.plain()
            : Sample.of(options.application(application), options::project);
    List<Preview> previews = new Previews(configuration, sample).of(template);
    if (html == null) {
      out.print(TerminalPreview.of(previews, spec.commandLine().getColorScheme().ansi().enabled()));
    } else {
      write(HtmlPage.of(template + ", " + sample.description(), previews));
      out.println("wrote " + html);
    }
    out.flush();
    return previews.stream().allMatch(Preview::rendered) ? 0 : 1;
  }

  private void write(String page) {
    try {
      Files.writeString(html, page);
    } catch (IOException e) {
      throw new CommandException("--html: " + html + " cannot be written: " + e.getMessage());
    }
  }
}
