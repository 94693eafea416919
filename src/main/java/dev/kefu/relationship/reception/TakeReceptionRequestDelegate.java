package dev.kefu.relationship.reception;

import dev.kefu.calendar.TimeSpan;
import dev.kefu.calendar.WorkingCalendar;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Holds a request to its notice, or to the papers of an oral approval, and hands what it says to the table. */
@Component
@RequiredArgsConstructor
class TakeReceptionRequestDelegate implements JavaDelegate {

  /** P41: notice of three working days; papers of an oral approval within two. */
  private static final TimeSpan NOTICE = TimeSpan.parse("-3wd");
  private static final TimeSpan PAPERS = TimeSpan.parse("2wd");
  /** P41: above it the general manager approves. */
  private static final BigDecimal MANAGERS_LIMIT = new BigDecimal("5000");

  private final WorkingCalendar calendar;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    ReceptionRequest request = FormData.read(execution, "request", ReceptionRequest.class);
    List<String> problems = problems(request, returned(execution));
    if (!problems.isEmpty()) {
      throw new FactsRefused(String.join("; ", problems));
    }
    execution.setVariable("aboveManager", request.total().compareTo(MANAGERS_LIMIT) > 0);
    execution.setVariable("receptionAt", Date.from(request.receptionTime().toInstant()));
    execution.setVariable("costBearing", request.costBearing());
    execution.setVariable("importantRank", request.hasDirector());
  }

  /** A request that was in time is not late because somebody returned it. */
  private static boolean returned(DelegateExecution execution) {
    return execution.hasVariable("importantRank");
  }

  private List<String> problems(ReceptionRequest request, boolean returned) {
    List<String> problems = new ArrayList<>();
    Instant now = clock.instant();
    if (request.unannounced()) {
      if (request.oralApprovedAt().toInstant().isAfter(now)) {
        problems.add("When 口頭批準時間: lies ahead 不得晚於現在");
      } else if (!returned && now.isAfter(calendar.due(request.oralApprovedAt().toInstant(), PAPERS))) {
        problems.add("When 口頭批準時間: papers follow an oral approval within 2 working days 口頭批準後兩個工作日內須補辦手續");
      }
    } else if (!returned && now.isAfter(calendar.due(request.receptionTime().toInstant(), NOTICE))) {
      problems.add("Time 接待時間: 3 working days of notice are needed, or an oral approval 須提前三個工作日申請，否則須口頭請示");
    }
    if (!"other".equals(request.costBearing()) && request.costs().isEmpty()) {
      problems.add("Costs 費用明細: say what it will cost 須填費用明細");
    }
    if (request.costs().stream().map(ReceptionRequest.Cost::item).distinct().count() < request.costs().size()) {
      problems.add("Costs 費用明細: each item once 每項費用只填一行");
    }
    return problems;
  }
}
