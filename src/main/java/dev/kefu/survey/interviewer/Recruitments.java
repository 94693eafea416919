package dev.kefu.survey.interviewer;

import dev.kefu.engine.CaseEnded;
import java.time.Clock;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of part-time interviewers. */
@Service
@RequiredArgsConstructor
@Transactional
class Recruitments {

  static final String PROCESS = "parttime-interviewer-selection";
  static final String SETTLEMENT = "parttime-interviewer-selection-settlement";

  private static final Map<String, Recruitment.Status> OUTCOMES = Map.of("rejected", Recruitment.Status.REJECTED, "withdrawn", Recruitment.Status.WITHDRAWN, "cancelled", Recruitment.Status.WITHDRAWN);

  private final RecruitmentRepository repository;
  private final Clock clock;

  /** Takes a need over: opens a selection, or finds the one that its process instance has opened before the need was returned. */
  Recruitment need(Recruitment fresh, int number, String profile, String by) {
    Recruitment recruitment = repository.findByProcessInstanceId(fresh.getProcessInstanceId()).orElse(fresh);
    recruitment.need(number, profile, by);
    return repository.save(recruitment);
  }

  /**
   * Finds a selection.
   *
   * @throws IllegalStateException when there is none
   */
  Recruitment get(Long id) {
    return repository.findById(id).orElseThrow(() -> new IllegalStateException("The register has no selection " + id + "."));
  }

  /** Closes the selection in the transaction in which its process ends; whoever was engaged is settled with by another one. */
  @EventListener
  void on(CaseEnded ended) {
    if (PROCESS.equals(ended.processKey()) && !"engaged".equals(ended.outcome())) {
      repository.findByProcessInstanceId(ended.processInstanceId()).ifPresent(recruitment -> recruitment.end(OUTCOMES.getOrDefault(ended.outcome(), Recruitment.Status.NOT_ENGAGED), clock.instant()));
    } else if (SETTLEMENT.equals(ended.processKey()) && "settled".equals(ended.outcome())) {
      repository.ofCase(ended.caseNumber()).ifPresent(recruitment -> recruitment.end(Recruitment.Status.SETTLED, clock.instant()));
    }
  }
}
