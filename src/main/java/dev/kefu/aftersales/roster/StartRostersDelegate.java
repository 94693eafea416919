package dev.kefu.aftersales.roster;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the roster of the next month for each section that has none yet. */
@Component
@RequiredArgsConstructor
class StartRostersDelegate implements JavaDelegate {

  private final Rosters rosters;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    YearMonth next = YearMonth.now(clock).plusMonths(1);
    Arrays.stream(Section.values()).filter(section -> !rosters.stands(section, next)).forEach(section -> execution.getProcessEngineServices().getRuntimeService()
        .startProcessInstanceByKey(Rosters.PROCESS, Map.of("section", section.code(), "month", next.toString())));
  }
}
