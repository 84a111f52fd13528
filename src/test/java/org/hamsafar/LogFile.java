package org.hamsafar;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.PropertyDefinerBase;
import org.hamsafar.cli.LogSetup;

/**
 * A log of its own for every process that a test run starts, without what libraries may not log
 * anyway.
 */
public final class LogFile extends PropertyDefinerBase {
  @Override
  public String getPropertyValue() {
    LogSetup.quieten((LoggerContext) getContext());
    return Canaries.FOLDER.resolve(ProcessHandle.current().pid() + ".log").toString();
  }
}
