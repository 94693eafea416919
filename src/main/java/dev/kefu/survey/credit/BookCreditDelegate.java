package dev.kefu.survey.credit;

import dev.kefu.engine.Performer;
import dev.kefu.information.CreditStanding;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the approved rating into customer master and history, and says what must follow. */
@Component
@RequiredArgsConstructor
class BookCreditDelegate implements JavaDelegate {

  /** P17: a fall of two grades. */
  private static final int DEEP_FALL = -2;

  private final CreditSurveys surveys;

  @Override
  public void execute(DelegateExecution execution) {
    CreditSurvey survey = surveys.of(execution.getProcessInstanceId());
    boolean onCredit = survey.getProposedLimit().signum() > 0;
    CreditStanding standing = new CreditStanding(survey.getProposedGrade(), survey.getScore(), onCredit ? (Integer) execution.getVariable("termDays") : 0, survey.getProposedLimit(), survey.isGuarantee(),
        !onCredit ? "prepayment" : survey.isGuarantee() ? "creditWithGuarantee" : "credit", surveys.today(), surveys.today().plusYears(1), false);
    CreditGrade booked = surveys.decide(CreditGrade.Fact.RATED, survey, standing, null, Performer.of(execution));
    String before = booked.getPreviousGrade() == null ? "—" : booked.getPreviousGrade();
    execution.setVariables(Map.of("creditOutcome", "rated", "creditGrade", standing.grade(), "creditLimit", standing.limit().toPlainString(),
        "dangerous", CreditGrades.LOWEST.equals(standing.grade()) || booked.getMoved() <= DEEP_FALL, "gradeChanged", booked.getMoved() != 0, "creditMove", before + " → " + standing.grade()));
  }
}
