package io.tocsin.bench;

import io.tocsin.templates.GoTemplates;
import io.tocsin.templates.Template;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Renders a compiled template over an application. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TemplateBenchmark {
  /** The folder with {@code app.json} and the templates. */
  @Param("bench/inputs")
  public String folder;

  /** A file of that folder. */
  @Param({"message.tmpl", "slack-attachments.tmpl", "email.tmpl"})
  public String template;

  private Template compiled;
  private Object data;

  @Setup
  public void compile() throws IOException {
    var inputs = new TemplateBenchmarkInputs(folder);
    compiled = GoTemplates.withSprig().compile(template, inputs.text(template));
    data = inputs.variables();
  }

  @Benchmark
  public String render() {
    return compiled.render(data);
  }
}
