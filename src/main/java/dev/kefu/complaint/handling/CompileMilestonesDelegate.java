package dev.kefu.complaint.handling;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says when each stage was due and when it was done. */
@Component
@RequiredArgsConstructor
class CompileMilestonesDelegate implements JavaDelegate {

  private final Complaints complaints;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    ComplaintCase complaint = complaints.get((Long) execution.getVariable("complaintId"));
    execution.setVariable("milestones", Stream.of(stage("Received 受理", null, complaint.getReceivedAt()), stage("First response 響應", complaint.getResponseDue(), complaint.getRespondedAt()),
        stage("Solution 方案", complaint.getSolveDue(), complaint.getSolvedAt()), stage("Confirmed 確認", null, complaint.getConfirmedAt())).flatMap(Optional::stream).collect(Collectors.joining("; ")));
  }

  private Optional<String> stage(String name, Instant due, Instant done) {
    return Optional.ofNullable(done).map(at -> name + " " + shown(at) + (due == null ? "" : at.isAfter(due) ? " (late, due 逾期，應於 " + shown(due) + ")" : " (in time 按期)"));
  }

  private String shown(Instant moment) {
    return NoteComplaintGradeDelegate.SHOWN.format(moment.atZone(clock.getZone()));
  }
}
