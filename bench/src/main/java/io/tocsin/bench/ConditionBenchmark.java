package io.tocsin.bench;

import io.tocsin.triggers.Expression;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Evaluates a compiled condition over an application. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ConditionBenchmark {
  /** The folder with {@code app.json} and the conditions. */
  @Param("bench/inputs")
  public String folder;

  /** A file of that folder. */
  @Param({"condition-simple.expr", "condition-on-deployed.expr", "condition-any.expr"})
  public String condition;

  private Expression compiled;
  private Map<String, Object> variables;

  @Setup
  public void compile() throws IOException {
    var inputs = new TemplateBenchmarkInputs(folder);
    compiled = Expression.compile(inputs.text(condition));
    variables = inputs.variables();
  }

  @Benchmark
  public Object evaluate() {
    return compiled.evaluate(variables);
  }
}
