package dev.kefu.survey.credit;

import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Holds what the manager proposes to the tables: what is above them is an override, and what is above the greatest coefficient is refused. */
@Component
@RequiredArgsConstructor
class CheckCreditProposalDelegate implements JavaDelegate {

  private static final Set<String> WITHOUT_CREDIT = Set.of("prepaid", "paidBeforeDelivery", "cashOnDelivery");

  private final CreditSurveys surveys;

  @Override
  public void execute(DelegateExecution execution) {
    CreditSurvey survey = surveys.of(execution.getProcessInstanceId());
    Opinion opinion = FormData.read(execution, "opinion", Opinion.class);
    String grade = (String) execution.getVariable("ratingGrade");
    BigDecimal allowed = CreditWords.money(execution.getVariable("allowedLimit"));
    BigDecimal most = CreditWords.money(execution.getVariable("mostLimit"));
    BigDecimal limit = opinion.isAdjusted() ? opinion.creditLimit() : allowed;
    boolean raised = CreditGrades.moved(survey.getRatedGrade(), grade) > 0;
    refuse(survey, opinion, raised, limit, most, "none".equals(execution.getVariable("licence")));
    boolean special = raised || limit.compareTo(allowed) > 0;
    boolean guaranteed = limit.signum() > 0 && (Boolean.TRUE.equals(execution.getVariable("guarantee")) || opinion.guaranteeRequired());
    survey.propose(grade, limit, CreditWords.money(execution.getVariable("formulaLimit")), special, opinion.isAdjusted() ? opinion.adjustReason() : null, opinion.paymentMode(), guaranteed, Performer.of(execution));
    execution.setVariable("specialApproval", special);
    execution.setVariable("proposalFacts", CreditWords.cut(facts(execution, survey, opinion)));
  }

  private static void refuse(CreditSurvey survey, Opinion opinion, boolean raised, BigDecimal limit, BigDecimal most, boolean unlicensed) {
    List<String> problems = new ArrayList<>();
    if (raised && (survey.getKnockOuts() != null || unlicensed)) {
      problems.add("Credit grade 信用等級: a knock-out fact or a missing licence means C 有否決事項或無執照者為 C 級");
    }
    if (limit.compareTo(most) > 0) {
      problems.add("Credit limit 賒銷限額: at most %s by special approval 特批最高 %s".formatted(CreditWords.yuan(most), CreditWords.yuan(most)));
    }
    if (limit.signum() == 0 && !WITHOUT_CREDIT.contains(opinion.paymentMode())) {
      problems.add("Payment chosen 付款方式選擇: without a limit only prepayment, payment before delivery or cash 無賒銷限額者須現款");
    }
    if (!problems.isEmpty()) {
      throw new FactsRefused(String.join("; ", problems));
    }
  }

  private static String facts(DelegateExecution execution, CreditSurvey survey, Opinion opinion) {
    List<String> parts = new ArrayList<>();
    parts.add(execution.getVariable("ratingFacts").toString());
    parts.add("**Proposed by the manager 經理擬定: grade 等級 %s, limit 限額 %s**, %s · **Guarantee 擔保:** %s".formatted(survey.getProposedGrade(), CreditWords.yuan(survey.getProposedLimit()),
        CreditWords.CHOSEN.get(survey.getPaymentChosen()), survey.isGuarantee() ? "yes 是" : "no 否"));
    parts.add("**Opinion 經理意見:** " + opinion.managerOpinion());
    if (survey.isSpecialApproval()) {
      parts.add("**SPECIAL APPROVAL ASKED 申請特批:** above the rated grade %s or the limit %s of the tables 高於評定等級或表定限額".formatted(survey.getRatedGrade(), CreditWords.yuan(CreditWords.money(execution.getVariable("allowedLimit")))));
    }
    if (survey.getAdjustReason() != null) {
      parts.add("**Reason 調整理由:** " + survey.getAdjustReason());
    }
    return String.join("\n\n", parts);
  }
}
