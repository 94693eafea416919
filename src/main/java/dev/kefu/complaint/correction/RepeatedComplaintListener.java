package dev.kefu.complaint.correction;

import dev.kefu.complaint.ComplaintGraded;
import java.time.Clock;
import java.util.Date;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends the watch of a correction at once when the same complaint comes again: its timer is brought forward, in the transaction of the grading. */
@Component
@RequiredArgsConstructor
class RepeatedComplaintListener {

  private static final String WATCH = "event_watch";

  private final CorrectiveActions actions;
  private final ManagementService managementService;
  private final Clock clock;

  @EventListener
  @Transactional
  void on(ComplaintGraded complaint) {
    actions.repeatedBy(complaint).forEach(action -> managementService.createJobQuery().processInstanceId(action.getProcessInstanceId()).activityId(WATCH).timers().list()
        .forEach(timer -> managementService.setJobDuedate(timer.getId(), Date.from(clock.instant()), false)));
  }
}
