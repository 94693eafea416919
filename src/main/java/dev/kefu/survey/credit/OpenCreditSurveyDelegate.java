package dev.kefu.survey.credit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import dev.kefu.information.CreditStanding;
import dev.kefu.information.CustomerCard;
import dev.kefu.information.Customers;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Opens the register and gathers what is known of the customer's credit; what a person asks for twice is refused. */
@Component
@RequiredArgsConstructor
class OpenCreditSurveyDelegate implements JavaDelegate {

  private final CreditSurveys surveys;
  private final Customers customers;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Request request = execution.getVariable("request") == null ? null : FormData.read(execution, "request", Request.class);
    CustomerCard customer = customers.find((String) execution.getVariable(CaseVariables.CUSTOMER_CODE)).orElseThrow();
    if (request != null) {
      surveys.openOf(customer.code()).ifPresent(open -> {
        throw new FactsRefused("Enterprise 企業: a credit survey of %s is open already, %s 該客戶的信用調查尚未結束".formatted(customer.code(), open.getCaseNumber()));
      });
    }
    String occasion = request == null ? (String) execution.getVariable("creditOccasion") : request.occasion();
    surveys.open(execution.getProcessBusinessKey(), execution.getProcessInstanceId(), customer.code(), occasion, request == null ? null : request.wantedLimit());
    CreditStanding standing = surveys.standing(customer.code());
    Map<String, Object> facts = new HashMap<>();
    facts.put(CaseVariables.CUSTOMER_NAME, customer.name());
    facts.put(CaseVariables.CUSTOMER_GRADE, customer.grade());
    facts.put("creditOccasion", occasion);
    facts.put("creditFacts", facts(occasion, request, standing));
    facts.put("gradeHistory", CreditWords.history(surveys.history(customer.code()), clock));
    facts.put("anomalyNote", "anomaly".equals(occasion) ? request == null ? CreditAnomaly.of(execution::getVariable) : request.background() : "");
    facts.put("ratedBefore", standing != null && standing.grade() != null);
    facts.put("creditGrade", standing == null ? null : standing.grade());
    facts.put("creditLimit", standing == null ? null : standing.limit().toPlainString());
    facts.put("returnNote", "");
    facts.put("gmReturns", 0);
    facts.put("managerDecision", "");
    facts.put("reviewResult", "");
    surveys.lastAnswers(customer.code()).ifPresent(answers -> facts.put("survey", Spin.JSON(answers)));
    execution.setVariables(facts);
  }

  private static String facts(String occasion, Request request, CreditStanding standing) {
    return CreditWords.cut("**Why 事由:** " + CreditWords.OCCASIONS.getOrDefault(occasion, occasion)
        + (request == null ? "" : " — " + request.background() + (request.wantedLimit() == null ? "" : " · **Limit wanted 申請限額:** " + CreditWords.yuan(request.wantedLimit())))
        + "\n\n**Credit now 現有信用:** " + CreditWords.standing(standing));
  }

  /**
   * The form customer-credit-survey-request.
   *
   * @param occasion as in {@link CreditWords#OCCASIONS}
   * @param wantedLimit in yuan, or null
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Request(String occasion, BigDecimal wantedLimit, String background) {
  }
}
