package dev.kefu.operation.logging;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.kefu.engine.CaseInLog;

/** Prints the number of the case that a line is about, as {@code [CMP-2026-000123] }; nothing for a line about none. */
public class CaseNumberConverter extends ClassicConverter {

  @Override
  public String convert(ILoggingEvent event) {
    String caseNumber = event.getMDCPropertyMap().get(CaseInLog.CASE_NUMBER);
    return caseNumber == null || caseNumber.isBlank() ? "" : "[" + caseNumber + "] ";
  }
}
