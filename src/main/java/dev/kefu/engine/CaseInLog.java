package dev.kefu.engine;

import java.util.function.Supplier;
import org.slf4j.MDC;

/** Puts a case's number before every log line that is written while somebody works on it. The engine does the same for what runs inside it. */
public final class CaseInLog {

  /** The name in the logging context; {@code loggingContextBusinessKey} of the engine is set to it. */
  public static final String CASE_NUMBER = "caseNumber";

  private CaseInLog() {
  }

  /**
   * Does something for a case.
   *
   * @param caseNumber null names none
   */
  public static <T> T named(String caseNumber, Supplier<T> work) {
    if (caseNumber == null) {
      return work.get();
    }
    MDC.put(CASE_NUMBER, caseNumber);
    try {
      return work.get();
    } finally {
      MDC.remove(CASE_NUMBER);
    }
  }
}
