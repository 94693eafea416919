package dev.kefu.document.casefiles;

import dev.kefu.engine.CaseEnded;
import java.sql.Timestamp;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes, in the transaction that ends it, that an instance of a case has ended. All else is the job's. */
@Component
@RequiredArgsConstructor
class CaseEndListener {

  private final JdbcClient jdbc;
  private final Clock clock;

  @EventListener
  void on(CaseEnded ended) {
    if (ended.caseNumber() != null) {
      jdbc.sql("insert into document_case_ends (case_number, ended_at) values (?, ?)").params(ended.caseNumber(), Timestamp.from(clock.instant())).update();
    }
  }
}
