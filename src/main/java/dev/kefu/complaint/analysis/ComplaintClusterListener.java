package dev.kefu.complaint.analysis;

import dev.kefu.complaint.ComplaintGraded;
import dev.kefu.reporting.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts an analysis when a third same complaint comes within seven days, in the transaction in which that complaint is graded. */
@Component
@RequiredArgsConstructor
class ComplaintClusterListener {

  private static final String MESSAGE = "complaint.repeated";

  private final ComplaintClusters clusters;
  private final RuntimeService runtimeService;

  @EventListener
  @Transactional
  void on(ComplaintGraded complaint) {
    clusters.completedBy(complaint).ifPresent(three -> runtimeService.createMessageCorrelation(MESSAGE).setVariables(facts(complaint, three)).correlateStartMessage());
  }

  /** The seven days that end with the last of the three. */
  private static Map<String, Object> facts(ComplaintGraded complaint, List<ComplaintClusters.Member> three) {
    Period days = new Period(Period.Kind.WEEK, three.get(three.size() - 1).receivedAt().toLocalDate().minusDays(6));
    String subject = complaint.matter().product().strip() + " · " + three.stream().map(ComplaintClusters.Member::caseNumber).collect(Collectors.joining(", "));
    return Map.of("analysisOccasion", "cluster", "period", days.text(), "subject", subject);
  }
}
