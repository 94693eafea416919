package dev.kefu.complaint.handling;

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
import org.springframework.transaction.annotation.Transactional;

/** What the complaint ledger says on printed documents. */
@Component
@RequiredArgsConstructor
class ComplaintRegisterFacts implements RegisterFacts {

  private final ComplaintCaseRepository repository;
  private final Clock clock;

  @Override
  public String register() {
    return "complaint";
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Object> of(String caseNumber) {
    return repository.findFirstByCaseNumberOrderByIdDesc(caseNumber).map(this::facts).orElse(Map.of());
  }

  private Map<String, Object> facts(ComplaintCase complaint) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("severity", word(ComplaintWords.SEVERITIES, complaint.getSeverity()));
    facts.put("responseDue", shown(complaint.getResponseDue()));
    facts.put("solveDue", shown(complaint.getSolveDue()));
    facts.put("closedOn", shown(complaint.getEndedAt()));
    facts.put("liableDepartment", word(ComplaintWords.DEPARTMENTS, complaint.getLiableDepartment()));
    facts.put("status", ComplaintWords.STATUSES.get(complaint.getStatus().name()));
    facts.put("satisfaction", complaint.getSatisfaction() == null ? null : complaint.getSatisfaction().toString());
    if (complaint.getEndedAt() != null) {
      facts.put("daysUsed", String.valueOf(Duration.between(complaint.getReceivedAt(), complaint.getEndedAt()).toDays()));
    }
    if (complaint.getSolvedAt() != null && complaint.getSolveDue() != null) {
      facts.put("inTime", complaint.getSolvedAt().isAfter(complaint.getSolveDue()) ? "no 否" : "yes 是");
    }
    facts.put("milestones", milestones(complaint));
    return facts;
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
