package org.hamsafar.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;

/**
 * What is logged: warnings, to standard error. In Java because reading it from XML takes a part of
 * every start; a configuration of one's own, where Logback looks for it, goes before.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {
  private static final String NAMED = "logback.configurationFile";
  private static final List<String> FOUND = List.of("logback-test.xml", "logback.xml");

  /** What libraries may log; those that are off would name rooms, people and statements. */
  private static final Map<String, Level> LIBRARIES =
      Map.of(
          "org.apache.lucene", Level.ERROR,
          "Exposed", Level.OFF,
          "io.ktor", Level.OFF,
          "de.connect2x", Level.OFF,
          "org.koin", Level.OFF);

  /** Keeps libraries from logging what they must not. */
  public static void quieten(LoggerContext context) {
    LIBRARIES.forEach((name, level) -> context.getLogger(name).setLevel(level));
  }

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    ClassLoader classes = LogSetup.class.getClassLoader();
    if (System.getProperty(NAMED) != null
        || FOUND.stream().anyMatch(name -> classes.getResource(name) != null)) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%d{HH:mm:ss} %-5level %logger{0} %msg%n");
    encoder.start();
    ConsoleAppender<ILoggingEvent> errors = new ConsoleAppender<>();
    errors.setContext(context);
    errors.setName("STDERR");
    errors.setTarget("System.err");
    errors.setEncoder(encoder);
    errors.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(errors);
    // Making vectors takes minutes: whoever waits for it wants to know.
    context.getLogger("org.hamsafar.retrieval.VectorStore").setLevel(Level.INFO);
    quieten(context);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
