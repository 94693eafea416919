package dev.kefu.operation.metrics;

import dev.kefu.engine.CaseEnded;
import dev.kefu.engine.CaseStarted;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts what this node started and finished, once it is committed: sum over nodes. A part of a case that another process calls counts as a process of its own. */
@Component
@RequiredArgsConstructor
class CaseCounters {

  private final MeterRegistry meters;

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void started(CaseStarted event) {
    Counter.builder("kefu.cases.started").tag("process", event.processKey()).description("Cases that were started").register(meters).increment();
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void ended(CaseEnded event) {
    Counter.builder("kefu.cases.finished").tag("process", event.processKey()).tag("outcome", event.outcome())
        .description("Cases that came to an end").register(meters).increment();
  }
}
