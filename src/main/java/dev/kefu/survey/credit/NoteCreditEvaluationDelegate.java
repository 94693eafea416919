package dev.kefu.survey.credit;

import dev.kefu.engine.FormData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands answers and evaluation to the tables: what nobody knows is {@code unknown} or -1. */
@Component
@RequiredArgsConstructor
class NoteCreditEvaluationDelegate implements JavaDelegate {

  private static final String UNKNOWN = "unknown";

  private final CreditSurveys surveys;

  @Override
  public void execute(DelegateExecution execution) {
    Answers answers = FormData.read(execution, "survey", Answers.class);
    Evaluation evaluation = FormData.read(execution, "evaluation", Evaluation.class);
    List<String> missing = new ArrayList<>(answers.missing());
    LocalDate today = surveys.today();
    Map<String, Object> facts = new HashMap<>();
    facts.put("paymentAttitude", known(evaluation.paymentAttitude(), "Attitude to payment 付款態度", missing));
    facts.put("bankCredit", known(evaluation.bankCredit(), "Credit with bank 銀行信用", missing));
    facts.put("peerRating", known(evaluation.peerRating(), "Rating by peers 同業者評價", missing));
    facts.put("neighbourRating", known(evaluation.neighbourRating(), "Rating by neighbours 近鄰評價", missing));
    facts.put("accountingSystem", orUnknown(answers.accountingSystem()));
    facts.put("capital", answers.capital() == null ? -1.0 : answers.capital().doubleValue());
    facts.put("yearsInBusiness", Answers.years(answers.foundedOn(), today));
    facts.put("yearsTrading", Answers.years(answers.tradingSince(), today));
    facts.put("siteTenure", answers.tenure());
    facts.put("siteArea", orUnknown(answers.siteArea()));
    facts.put("managerSkill", orUnknown(answers.mgrSkill()));
    facts.put("licence", orUnknown(answers.licence()));
    facts.put("knockOut", !evaluation.facts().isEmpty());
    facts.put("capped", answers.isNewCustomer(today) || !missing.isEmpty());
    facts.put("paidLate", evaluation.overdueDays() > 0 && Boolean.TRUE.equals(execution.getVariable("ratedBefore")));
    facts.put("monthlySales", evaluation.monthlySales().doubleValue());
    facts.put("firstOrder", answers.isFirstOrder());
    execution.setVariables(facts);
    execution.setVariable("missingNote", missing.isEmpty() ? "—" : String.join(", ", missing));
    surveys.of(execution.getProcessInstanceId()).evaluate(evaluation, missing.isEmpty() ? null : String.join(", ", missing), answers.isFirstOrder());
  }

  private static String known(String code, String label, List<String> missing) {
    if (orUnknown(code).equals(UNKNOWN)) {
      missing.add(label);
    }
    return orUnknown(code);
  }

  private static String orUnknown(String code) {
    return code == null || code.isBlank() ? UNKNOWN : code;
  }
}
