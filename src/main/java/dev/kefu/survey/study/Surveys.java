package dev.kefu.survey.study;

import dev.kefu.engine.CaseEnded;
import dev.kefu.survey.SurveySettled;
import dev.kefu.survey.questionnaire.Questionnaires;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of surveys: the survey file. */
@Service
@RequiredArgsConstructor
@Transactional
class Surveys {

  static final String PROCESS = "customer-survey";

  /** Ends of the model and what they mean. */
  private static final Map<String, Survey.Status> ENDS = Map.of("completed", Survey.Status.COMPLETED, "notFiled", Survey.Status.COMPLETED, "rejected", Survey.Status.REJECTED,
      "withdrawn", Survey.Status.WITHDRAWN);

  private final SurveyRepository repository;
  private final Questionnaires questionnaires;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  /** Opens a survey with what was agreed. A caller that wants several surveys has one number for all of them: they are told apart here. */
  Survey open(String caseNumber, String processInstanceId, String planNumber, Purpose agreed, BigDecimal budget) {
    Survey survey = repository.findByProcessInstanceId(processInstanceId).orElseGet(() -> {
      int earlier = repository.countByCaseNumber(caseNumber);
      return new Survey(earlier == 0 ? caseNumber : caseNumber + "-" + (earlier + 1), caseNumber, processInstanceId, planNumber, clock.instant());
    });
    survey.agree(agreed, budget);
    return repository.save(survey);
  }

  /**
   * Finds a survey.
   *
   * @throws IllegalStateException when there is none
   */
  Survey get(long id) {
    return repository.findById(id).orElseThrow(() -> new IllegalStateException("The register has no survey " + id + "."));
  }

  /** The survey of a case; empty when none was agreed. */
  Optional<Survey> ofCase(String caseNumber) {
    return repository.findFirstByCaseNumberOrderByIdDesc(caseNumber);
  }

  /** Closes the survey in the transaction in which its process ends, tells what it cost, and ends its field work: nobody is asked any more. */
  @EventListener
  void on(CaseEnded ended) {
    if (PROCESS.equals(ended.processKey())) {
      repository.findByProcessInstanceId(ended.processInstanceId()).ifPresent(survey -> {
        if (survey.getSpent() != null) {
          events.publishEvent(new SurveySettled(survey.getCaseNumber(), survey.getSpent()));
        }
        survey.end(ENDS.getOrDefault(ended.outcome(), Survey.Status.CANCELLED), clock.instant());
        questionnaires.newest(survey.getSurveyNo()).ifPresent(questionnaire -> questionnaires.close(survey.getSurveyNo()));
      });
    }
  }
}
