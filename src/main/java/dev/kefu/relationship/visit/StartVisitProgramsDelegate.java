package dev.kefu.relationship.visit;

import java.time.Clock;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Starts the plan of the next month for each specialist who has none yet; in November the plan of the next year too, so that January follows it. */
@Component
@RequiredArgsConstructor
class StartVisitProgramsDelegate implements JavaDelegate {

  private static final String PLANNER = "relationship-specialist";

  private final VisitPrograms programs;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    YearMonth now = YearMonth.now(clock);
    String month = now.plusMonths(1).toString();
    List<String> periods = now.getMonth() == Month.NOVEMBER ? List.of(month, String.valueOf(now.getYear() + 1)) : List.of(month);
    List<String> planners = execution.getProcessEngineServices().getIdentityService().createUserQuery().memberOfGroup(PLANNER).list().stream().map(User::getId).toList();
    for (String planner : planners) {
      periods.stream().filter(period -> !programs.stands(planner, period)).forEach(period -> execution.getProcessEngineServices().getRuntimeService()
          .startProcessInstanceByKey(VisitPrograms.PROCESS, Map.of("planner", planner, "planMonth", period)));
    }
  }
}
