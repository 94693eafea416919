package dev.kefu.demo.complaints;

import dev.kefu.deadline.DeadlineSweep;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Does at once what otherwise happens by itself some time later: the jobs of running cases (the job executor is off, so the daily rounds of other
 * procedures stand still) and the sweep of the deadlines. So every run goes the same way, however fast the machine is.
 */
@Component
@Profile("real-complaints")
@RequiredArgsConstructor
class SimulatedWorld implements World {

  private final SimulatedTime time;
  private final Clock clock;
  private final DeadlineSweep deadlines;
  private final ManagementService jobs;

  @Override
  public OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }

  @Override
  public void passUntil(OffsetDateTime moment) {
    settle();
    if (moment.isAfter(now())) {
      time.moveTo(moment.toInstant());
      settle();
      deadlines.sweep();
    }
  }

  private void settle() {
    List<Job> due = ofCases();
    while (!due.isEmpty()) {
      due.forEach(job -> jobs.executeJob(job.getId()));
      due = ofCases();
    }
  }

  private List<Job> ofCases() {
    return jobs.createJobQuery().executable().list().stream().filter(job -> job.getProcessInstanceId() != null).toList();
  }
}
