package dev.kefu.survey.credit;

import dev.kefu.engine.CaseEnded;
import dev.kefu.information.CreditStanding;
import dev.kefu.information.CreditStandings;
import dev.kefu.information.CustomerCard;
import dev.kefu.information.Customers;
import dev.kefu.notification.Notification;
import dev.kefu.notification.Notification.Recipient;
import dev.kefu.notification.NotificationTemplates;
import dev.kefu.notification.Notifications;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of credit surveys and the history of grades; keeps the standing in the customer master in step with them. */
@Service
@RequiredArgsConstructor
@Transactional
class CreditSurveys {

  static final String PROCESS = "customer-credit-survey";

  private static final String TOLD = "sales-manager,finance-manager,finance-clerk";

  private final CreditSurveyRepository surveys;
  private final CreditGradeRepository grades;
  private final CreditStandings standings;
  private final Customers customers;
  private final Notifications notifications;
  private final Clock clock;

  /** Opens the register for a case; a case that is in it stays as it is. */
  CreditSurvey open(String caseNumber, String processInstanceId, String customerCode, String occasion, BigDecimal wantedLimit) {
    return surveys.findByProcessInstanceId(processInstanceId)
        .orElseGet(() -> surveys.save(new CreditSurvey(caseNumber, processInstanceId, customerCode, occasion, wantedLimit, clock.instant())));
  }

  /**
   * Finds the survey of a process instance.
   *
   * @throws IllegalStateException when it was never opened
   */
  CreditSurvey of(String processInstanceId) {
    return surveys.findByProcessInstanceId(processInstanceId)
        .orElseThrow(() -> new IllegalStateException("The register has no credit survey for process instance " + processInstanceId + "."));
  }

  /** The open survey of a customer, the first of several. */
  @Transactional(readOnly = true)
  Optional<CreditSurvey> openOf(String customerCode) {
    return surveys.findFirstByCustomerCodeAndStatusOrderById(customerCode, CreditSurvey.Status.OPEN);
  }

  /** What the surveyor entered in the customer's last survey, as JSON. */
  @Transactional(readOnly = true)
  Optional<String> lastAnswers(String customerCode) {
    return surveys.findFirstByCustomerCodeAndAnswersIsNotNullOrderByIdDesc(customerCode).map(CreditSurvey::getAnswers);
  }

  /** All that happened to the customer's credit, oldest first. */
  @Transactional(readOnly = true)
  List<CreditGrade> history(String customerCode) {
    return grades.findByCustomerCodeOrderById(customerCode);
  }

  /** The present standing; null before the first rating. */
  @Transactional(readOnly = true)
  CreditStanding standing(String customerCode) {
    return standings.find(customerCode).orElse(null);
  }

  /**
   * Writes a decided survey into master and history and tells sales and finance.
   *
   * @param reason why it was refused; null for a rating
   * @param by user id; null when no person decided
   * @return what happened to the customer's credit
   */
  CreditGrade decide(CreditGrade.Fact fact, CreditSurvey survey, CreditStanding standing, String reason, String by) {
    CreditStanding before = standing(survey.getCustomerCode());
    standings.write(survey.getCustomerCode(), standing);
    CreditGrade line = grades.save(CreditGrade.of(fact, survey, before == null ? null : before.grade(), standing, by, clock.instant()));
    tell(survey.getCustomerCode(), survey.getCaseNumber(), survey.getProcessInstanceId() + "/decided", CreditWords.standing(standing) + (reason == null ? "" : " — refused 否決: " + reason));
    return line;
  }

  /**
   * Freezes the limit of a customer whose rating is too old and tells sales and finance; nothing happens without a limit, or when it is frozen.
   *
   * @param caseNumber the survey that expired; null when the round found it
   */
  void freeze(String customerCode, String caseNumber) {
    CreditStanding before = standing(customerCode);
    if (standings.freeze(customerCode)) {
      grades.save(CreditGrade.frozen(customerCode, caseNumber, before, clock.instant()));
      tell(customerCode, caseNumber, customerCode + "/frozen/" + before.ratedOn(), "limit frozen until the customer is rated again 限額凍結，待重新評定: " + CreditWords.yuan(before.limit()));
    }
  }

  private void tell(String customerCode, String caseNumber, String key, String what) {
    String name = customers.find(customerCode).map(CustomerCard::name).orElse("");
    notifications.send(new Notification("credit/" + key, Recipient.role(TOLD), NotificationTemplates.CREDIT_STANDING, caseNumber, Map.of("customer", name + " (" + customerCode + ")", "what", what)));
  }

  /** Today, by the enterprise's clock. */
  LocalDate today() {
    return LocalDate.now(clock);
  }

  /** Closes the survey in the transaction in which its process ends. A case that was no survey has nothing to close. */
  @EventListener
  void on(CaseEnded ended) {
    if (PROCESS.equals(ended.processKey())) {
      surveys.findByProcessInstanceId(ended.processInstanceId()).ifPresent(survey -> survey.end(CreditSurvey.Status.valueOf(ended.outcome().toUpperCase(Locale.ROOT)), clock.instant()));
    }
  }
}
