package io.tocsin.templates.handlebars;

import io.tocsin.templates.Limits;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/** Collects a rendering until it is too long or takes too long. For one thread. */
public final class BoundedWriter extends Writer {
  private final Limits limits;
  private final long deadline;
  private final StringBuilder out = new StringBuilder();
  private String problem;

  public BoundedWriter(Limits limits) {
    this.limits = limits;
    this.deadline = System.nanoTime() + limits.time().toNanos();
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    check(length);
    out.append(text, offset, length);
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    check(length);
    out.append(text, offset, offset + length);
  }

  private void check(int length) throws IOException {
    if (length > limits.characters() - out.length()) {
      problem = "the output has more than " + limits.characters() + " characters";
    } else if (System.nanoTime() - deadline > 0) {
      problem = "took longer than " + limits.time().toMillis() + " ms";
    }
    if (problem != null) {
      throw new IOException(problem);
    }
  }

  /** Which limit was reached, if any. */
  public Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  /** What was written. */
  @Override
  public String toString() {
    return out.toString();
  }
}
