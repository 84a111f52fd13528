package org.hamsafar;

import ch.qos.logback.core.PropertyDefinerBase;

/** A log of its own for every process that a test run starts. */
public final class LogFile extends PropertyDefinerBase {
  @Override
  public String getPropertyValue() {
    return Canaries.FOLDER.resolve(ProcessHandle.current().pid() + ".log").toString();
  }
}
