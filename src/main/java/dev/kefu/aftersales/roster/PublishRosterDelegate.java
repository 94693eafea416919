package dev.kefu.aftersales.roster;

import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts the first version in force and tells everybody the own shifts. */
@Component
@RequiredArgsConstructor
class PublishRosterDelegate implements JavaDelegate {

  private final Rosters rosters;
  private final ShiftNotices notices;

  @Override
  public void execute(DelegateExecution execution) {
    Roster roster = rosters.get((Long) execution.getVariable("rosterId"));
    rosters.publish(roster, FormData.read(execution, "roster", Plan.class).shifts(roster.month()));
    notices.tell(roster, rosters.current(roster).stream().map(PlannedShift::person).distinct().toList(), "Published 公布");
  }
}
