package dev.kefu.relationship.callback;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.kefu.engine.CaseEnded;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosedCaseListenerTest {

  private final DueCallbacks dueCallbacks = mock(DueCallbacks.class);
  private final RuntimeService runtimeService = mock(RuntimeService.class);
  /** Already the next day in Shanghai. */
  private final Clock clock = Clock.fixed(Instant.parse("2026-11-23T17:00:00Z"), ZoneId.of("Asia/Shanghai"));
  private final ClosedCaseListener listener = new ClosedCaseListener(dueCallbacks, runtimeService, clock);

  @ParameterizedTest
  @CsvSource({"complaint-handling, closed, complaint", "repair, repaired, repair"})
  void closedCaseMakesACallbackDue(String process, String outcome, String reason) {
    when(runtimeService.getVariable("instance", "customerCode")).thenReturn("C000001");
    listener.on(new CaseEnded(process, "instance", "CMP-2026-000001", outcome));
    verify(dueCallbacks).note("C000001", reason, "CMP-2026-000001", LocalDate.of(2026, 11, 24));
  }

  @ParameterizedTest
  @CsvSource({"complaint-handling, withdrawn", "complaint-handling, cancelled", "repair, declined", "customer-help, solved"})
  void otherEndsAndProcessesMakeNothingDue(String process, String outcome) {
    when(runtimeService.getVariable("instance", "customerCode")).thenReturn("C000001");
    listener.on(new CaseEnded(process, "instance", "CMP-2026-000001", outcome));
    verifyNoInteractions(dueCallbacks);
  }

  @Test
  void caseWithoutCustomerMakesNothingDue() {
    listener.on(new CaseEnded("complaint-handling", "instance", "CMP-2026-000001", "closed"));
    verifyNoInteractions(dueCallbacks);
  }
}
