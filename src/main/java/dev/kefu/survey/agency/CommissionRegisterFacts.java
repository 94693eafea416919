package dev.kefu.survey.agency;

import dev.kefu.budget.Money;
import dev.kefu.engine.NamedFacts;
import dev.kefu.engine.RegisterFacts;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the register of commissions says on the printed form. */
@Component
@RequiredArgsConstructor
class CommissionRegisterFacts implements RegisterFacts<Commission> {

  private static final NamedFacts<Commission> FACTS = new NamedFacts<Commission>()
      .with("survey", commission -> commission.getSurveyNo() + " " + commission.getSurveyTitle())
      .with("offers", CommissionRegisterFacts::offers)
      .with("winner", commission -> commission.getAgency() == null ? null
          : commission.getAgency() + " · " + Money.text(commission.getFee()) + " · " + commission.getTotalPoints().toPlainString() + " · " + CommissionFacts.AWARDS.get(commission.getAward()))
      .with("dueOn", commission -> commission.getDueOn().toString())
      .with("weeks", CommissionRegisterFacts::weeks)
      .with("prepaid", paid(Commission::getPrepaid, Commission::getPrepaidOn))
      .with("received", commission -> commission.getReceivedOn() == null ? null : "%s, %d days late 逾期 %2$d 日".formatted(commission.getReceivedOn(), commission.getDaysLate()))
      .with("acceptance", commission -> commission.getAcceptance() == null ? null : CommissionFacts.ACCEPTANCES.get(commission.getAcceptance()))
      .with("finalPaid", paid(Commission::getFinalPaid, Commission::getFinalPaidOn))
      .with("refunded", paid(Commission::getRefunded, Commission::getRefundedOn))
      .with("standing", commission -> commission.getStanding() == null ? null : CommissionFacts.STANDINGS.get(commission.getStanding()));

  private final CommissionRepository repository;

  @Override
  public String register() {
    return "commission";
  }

  @Override
  public Optional<Commission> entry(String caseNumber) {
    return repository.findFirstByCaseNumberOrderByIdDesc(caseNumber);
  }

  @Override
  public NamedFacts<Commission> facts() {
    return FACTS;
  }

  private static List<Map<String, String>> offers(Commission commission) {
    return commission.getOffers().stream().map(offer -> {
      Map<String, String> row = new LinkedHashMap<>();
      row.put("Agency 機構", offer.getAgency());
      row.put("Price 報價", offer.isDeclined() ? "Declines 不參加" : offer.getPrice().toPlainString());
      row.put("Method 方法", points(offer.getMethodPoints()));
      row.put("Experience 經驗", points(offer.getExperiencePoints()));
      row.put("Price points 價格分", points(offer.getPricePoints()));
      row.put("Time 時間", points(offer.getTimePoints()));
      row.put("Quality 質量", points(offer.getQualityPoints()));
      row.put("Total 總分", offer.getMethodPoints() == null ? "" : offer.total().toPlainString());
      return row;
    }).toList();
  }

  private static List<Map<String, String>> weeks(Commission commission) {
    return commission.getWeeks().stream().map(week -> {
      Map<String, String> row = new LinkedHashMap<>();
      row.put("Week of 周", week.notedOn().toString());
      row.put("Done % 完成", String.valueOf(week.donePercent()));
      row.put("Issues 問題", week.issues());
      return row;
    }).toList();
  }

  private static Function<Commission, Object> paid(Function<Commission, BigDecimal> amount, Function<Commission, Object> day) {
    return commission -> amount.apply(commission) == null ? null : Money.text(amount.apply(commission)) + ", " + day.apply(commission);
  }

  private static String points(BigDecimal points) {
    return points == null ? "" : points.toPlainString();
  }
}
