package dev.kefu.survey.agency;

import dev.kefu.budget.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Commissions as people read them. */
final class CommissionFacts {

  static final Map<String, String> ACCEPTANCES = Map.of("accept", "Accepted 合格", "correct", "To be corrected 限期修改", "reject", "Rejected 不合格");
  static final Map<String, String> STANDINGS = Map.of("keep", "Keep on the list 留用", "watch", "Watch 觀察", "drop", "Drop 淘汰");
  static final Map<String, String> AWARDS = Map.of("highest", "Highest total 最高分中選", "directAward", "Direct award, fewer than 3 valid offers 有效報價不足三家，直接委託");

  /** The engine keeps at most so many characters of a text. */
  private static final int MOST_CHARACTERS = 4000;

  private CommissionFacts() {
  }

  /** What was offered, for those who score it. */
  static String offers(Commission commission) {
    return cut(commission.tendered().stream().map(offer -> "**%s** · %s · delivers on 交付 %s\n\n%s".formatted(offer.getAgency(), Money.text(offer.getPrice()), offer.getDeliveryOn(), offer.getWorkPlan()))
        .collect(Collectors.joining("\n\n")));
  }

  /** The ranking, for whoever approves it. */
  static String award(Commission commission) {
    List<String> parts = new ArrayList<>();
    parts.add("**Survey 調查:** %s (%s) · **Due 交付日:** %s".formatted(commission.getSurveyTitle(), commission.getSurveyNo(), commission.getDueOn()));
    parts.add("**Winner 中選機構: %s** · **Fee 費用: %s** (at most 上限 %s) · %s".formatted(commission.getAgency(), Money.text(commission.getFee()), Money.text(commission.getFeeCeiling()),
        AWARDS.get(commission.getAward())));
    commission.ranking().forEach(offer -> parts.add(ranked(offer)));
    parts.add("**Reasons 理由:** " + commission.getAwardReason());
    return cut(String.join("\n\n", parts));
  }

  static String ranked(AgencyOffer offer) {
    return "%s: %s, method 方法 %s, experience 經驗 %s, price 價格 %s, time 時間 %s, quality 質量 %s, total 總分 %s".formatted(offer.getAgency(), Money.text(offer.getPrice()), offer.getMethodPoints(),
        offer.getExperiencePoints(), offer.getPricePoints(), offer.getTimePoints(), offer.getQualityPoints(), offer.total());
  }

  /** What the contract says. */
  static String contract(Commission commission) {
    return cut("**%s** · %s · Due 交付日 %s\n\nFirst part 首付款 %d %% (%s); the rest after acceptance 驗收後付餘款; late delivery 逾期 %d %% a day, at most %d %%; grace for corrections 修改寬限 %d days 日\n\n%s"
        .formatted(commission.getAgency(), Money.text(commission.getFee()), commission.getDueOn(), commission.getFirstShare(), Money.text(commission.firstPart()), commission.getPenaltyPerDay(),
            commission.getPenaltyMost(), commission.getGraceDays(), commission.getBrief()));
  }

  /** How the work stands. */
  static String work(Commission commission) {
    List<String> parts = new ArrayList<>();
    parts.add("**%s** · %s (first part paid 已付首付款 %s) · **Due 交付日:** %s".formatted(commission.getAgency(), Money.text(commission.getFee()), Money.text(commission.getPrepaid()), commission.getDueOn()));
    commission.getWeeks().forEach(week -> parts.add("%s: %d %% · %s".formatted(week.notedOn(), week.donePercent(), week.issues())));
    if (commission.getReceivedOn() != null) {
      parts.add("**Report received 收到報告:** %s · **Days late 逾期:** %d · **Penalty counted 違約金:** %s".formatted(commission.getReceivedOn(), commission.getDaysLate(),
          Money.text(commission.penaltyFor(commission.getDaysLate()))));
    }
    if (commission.getCorrectedOn() != null) {
      parts.add("**Corrected report 修改報告:** " + commission.getCorrectedOn());
    }
    if (commission.getAcceptance() != null) {
      parts.add("**Acceptance 驗收結論:** %s · sample 樣本 %s %%, errors 差錯 %s %% · **Penalty 違約金:** %s".formatted(ACCEPTANCES.get(commission.getAcceptance()), commission.getSampleDelivered(),
          commission.getRecheckErrors(), Money.text(commission.getPenalty())));
    }
    return cut(String.join("\n\n", parts));
  }

  private static String cut(String text) {
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS - 1) + "…";
  }
}
