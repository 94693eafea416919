package dev.kefu.complaint.handling;

import dev.kefu.engine.NamedFacts;
import dev.kefu.engine.RegisterFacts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the complaint ledger says on printed documents. */
@Component
@RequiredArgsConstructor
class ComplaintRegisterFacts implements RegisterFacts<ComplaintCase> {

  private final ComplaintCaseRepository repository;
  private final Clock clock;

  @Override
  public String register() {
    return "complaint";
  }

  @Override
  public Optional<ComplaintCase> entry(String caseNumber) {
    return repository.findFirstByCaseNumberOrderByIdDesc(caseNumber);
  }

  @Override
  public NamedFacts<ComplaintCase> facts() {
    return new NamedFacts<ComplaintCase>()
        .with("severity", complaint -> word(ComplaintWords.SEVERITIES, complaint.getSeverity()))
        .with("responseDue", complaint -> shown(complaint.getResponseDue()))
        .with("solveDue", complaint -> shown(complaint.getSolveDue()))
        .with("closedOn", complaint -> shown(complaint.getEndedAt()))
        .with("liableDepartment", complaint -> word(ComplaintWords.DEPARTMENTS, complaint.getLiableDepartment()))
        .with("status", complaint -> ComplaintWords.STATUSES.get(complaint.getStatus().name()))
        .with("satisfaction", complaint -> complaint.getSatisfaction() == null ? null : complaint.getSatisfaction().toString())
        .with("daysUsed", complaint -> complaint.getEndedAt() == null ? null : String.valueOf(Duration.between(complaint.getReceivedAt(), complaint.getEndedAt()).toDays()))
        .with("inTime", ComplaintRegisterFacts::inTime)
        .with("milestones", this::milestones);
  }

  private static String inTime(ComplaintCase complaint) {
    if (complaint.getSolvedAt() == null || complaint.getSolveDue() == null) {
      return null;
    }
    return complaint.getSolvedAt().isAfter(complaint.getSolveDue()) ? "no 否" : "yes 是";
  }

  private List<Map<String, String>> milestones(ComplaintCase complaint) {
    List<Map<String, String>> stages = new ArrayList<>();
    stage(stages, "Received 受理", null, complaint.getReceivedAt());
    stage(stages, "First response 響應", complaint.getResponseDue(), complaint.getRespondedAt());
    stage(stages, "Solution 方案", complaint.getSolveDue(), complaint.getSolvedAt());
    stage(stages, "Confirmed 確認", null, complaint.getConfirmedAt());
    stage(stages, "Report 報告", null, complaint.getReportedAt());
    stage(stages, "Review 審核", null, complaint.getReviewedAt());
    stage(stages, "Called back 回訪", null, complaint.getCalledBackAt());
    return stages;
  }

  private void stage(List<Map<String, String>> stages, String name, Instant due, Instant done) {
    if (due != null || done != null) {
      Map<String, String> stage = new LinkedHashMap<>();
      stage.put("Stage 階段", name);
      stage.put("Due 期限", Optional.ofNullable(shown(due)).orElse(""));
      stage.put("Done 完成", Optional.ofNullable(shown(done)).orElse(""));
      stage.put("Late 逾期", due == null || done == null || !done.isAfter(due) ? "" : Duration.between(due, done).toDays() + " days 天");
      stages.add(stage);
    }
  }

  private static String word(Map<String, String> words, String code) {
    return code == null ? null : words.get(code);
  }

  private String shown(Instant moment) {
    return moment == null ? null : NoteComplaintGradeDelegate.SHOWN.format(moment.atZone(clock.getZone()));
  }
}
