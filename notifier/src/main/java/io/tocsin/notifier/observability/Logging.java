package io.tocsin.notifier.observability;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import org.slf4j.LoggerFactory;

/** Sets up the log, which goes to standard error. */
public final class Logging {
  private Logging() {}

  /** One of the formats that Argo CD Notifications knows. */
  public enum Format {
    JSON,
    TEXT
  }

  /**
   * One of the levels that Argo CD Notifications knows. Stack traces are shown at {@code DEBUG}
   * only.
   */
  public enum Threshold {
    DEBUG,
    INFO,
    WARN,
    ERROR
  }

  public static void configure(Threshold threshold, Format format) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    configure(context, threshold, format);
  }

  static void configure(LoggerContext context, Threshold threshold, Format format) {
    LogLine layout = new LogLine(format == Format.JSON, threshold == Threshold.DEBUG);
    layout.setContext(context);
    layout.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(context);
    encoder.setLayout(layout);
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(threshold == Threshold.ERROR ? Level.ERROR : Level.WARN);
    root.addAppender(appender);
    context.getLogger("io.tocsin").setLevel(Level.valueOf(threshold.name()));
    context.getLogger("io.fabric8").setLevel(Level.ERROR);
  }
}
