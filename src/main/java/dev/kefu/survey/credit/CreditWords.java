package dev.kefu.survey.credit;

import dev.kefu.information.CreditStanding;
import dev.kefu.reporting.FormLabels;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Credit in words, as people read it. */
final class CreditWords {

  static final Map<String, String> OCCASIONS = Map.of("newCustomer", "New customer 新客戶", "yearly", "Yearly renewal 年度複評", "anomaly", "Credit anomaly 信用異動", "request",
      "The customer wants more credit 客戶申請提高限額", "development", "Customer development 客戶開發", "danger", "Dangerous customer 危險客戶");
  static final Map<String, String> PAYMENTS = Map.of("credit", "Credit 賒銷", "creditWithGuarantee", "Credit with guarantee 擔保賒銷", "prepayment", "Prepayment 預付/款到發貨");
  static final Map<String, String> CHOSEN = FormLabels.of("survey/customer-credit-survey-manager", "opinion.paymentMode");
  static final Map<String, String> KNOCK_OUTS = FormLabels.of("survey/customer-credit-survey-bank-check", "evaluation.knockOuts");
  static final Map<String, String> OPINIONS = FormLabels.of("survey/customer-credit-survey-finance", "financeOpinion.opinion");

  private static final Map<CreditGrade.Fact, String> FACTS = Map.of(CreditGrade.Fact.RATED, "rated 評定", CreditGrade.Fact.REFUSED, "refused, cash only 否決，現款交易", CreditGrade.Fact.FROZEN, "limit frozen 限額凍結");
  private static final int MOST_LINES = 12;
  private static final int MOST_CHARACTERS = 4000;

  private CreditWords() {
  }

  /** A number of the tables as yuan. */
  static BigDecimal money(Object number) {
    return new BigDecimal(number.toString()).setScale(2, RoundingMode.HALF_UP);
  }

  /** Yuan, or that nothing is known. */
  static String yuan(BigDecimal amount) {
    return amount == null ? "not stated 未填" : amount.toPlainString() + " 元";
  }

  /** Codes with commas between them as people read them; a dash for none. */
  static String knockOuts(String codes) {
    return codes == null ? "—" : Arrays.stream(codes.split(",")).map(code -> KNOCK_OUTS.getOrDefault(code, code)).collect(Collectors.joining(", "));
  }

  /** What may be sold to the customer on credit. */
  static String standing(CreditStanding standing) {
    if (standing == null) {
      return "never rated 未評級";
    }
    return "grade 等級 " + (standing.grade() == null ? "—" : standing.grade()) + ", limit 限額 " + yuan(standing.limit()) + ", " + standing.termDays() + " days 天, " + PAYMENTS.get(standing.paymentMode())
        + ", valid until 有效期至 " + standing.validUntil() + (standing.frozen() ? ", **frozen 已凍結**" : "");
  }

  /** The last lines of a customer's history, newest first. */
  static String history(List<CreditGrade> lines, Clock clock) {
    String text = lines.stream().skip(Math.max(0, lines.size() - MOST_LINES)).map(line -> line(line, clock)).reduce("", (newer, line) -> line + newer);
    return text.isEmpty() ? "— never rated 未評級" : cut(text);
  }

  private static String line(CreditGrade line, Clock clock) {
    return "- " + line.getNotedAt().atZone(clock.getZone()).toLocalDate() + " " + (line.getGrade() == null ? "—" : line.getGrade()) + ", " + yuan(line.getCreditLimit()) + ", " + FACTS.get(line.getFact())
        + (line.isSpecialApproval() ? ", special approval 特批" : "") + (line.getCaseNumber() == null ? "" : ", " + line.getCaseNumber()) + "\n";
  }

  /** As much as a plain variable holds. */
  static String cut(String text) {
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS - 1) + "…";
  }
}
