package dev.kefu.relationship.hospitality;

import dev.kefu.budget.Money;
import dev.kefu.engine.NamedFacts;
import dev.kefu.engine.RegisterFacts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the register of meals says on the printed forms. */
@Component
@RequiredArgsConstructor
class MealRegisterFacts implements RegisterFacts<Meal> {

  private static final NamedFacts<Meal> FACTS = new NamedFacts<Meal>()
      .with("customer", meal -> meal.getCustomerName() == null ? null : meal.getCustomerCode() + " " + meal.getCustomerName())
      .with("keyCustomer", meal -> yesNo(meal.isKeyCustomer()))
      .with("guestCount", meal -> String.valueOf(meal.getGuestCount()))
      .with("hostIsManager", meal -> yesNo(meal.isHostIsManager()))
      .with("budgetTotal", meal -> Money.text(meal.total()))
      .with("limit", meal -> money(meal.getLimitPerHead()))
      .with("grounds", Meal::getGrounds)
      .with("similar", Meal::getSimilarCases)
      .with("approvedPersons", meal -> meal.getApprovedAmount() == null ? null : String.valueOf(meal.persons()))
      .with("approvedAmount", meal -> money(meal.getApprovedAmount()))
      .with("total", settled(Meal::bill))
      .with("perHeadActual", settled(meal -> meal.bill().divide(BigDecimal.valueOf(meal.getActualGuests() + (long) meal.getActualCompanions()), 2, RoundingMode.HALF_UP)))
      .with("excess", meal -> money(meal.getExcess()))
      .with("excessReason", Meal::getExcessReason)
      .with("auditResult", meal -> meal.getAuditResult() == null ? null : MealFacts.AUDITS.get(meal.getAuditResult()) + " · " + meal.getAuditGrounds())
      .with("notPaid", Meal::getNotPaidReason)
      .with("paidAmount", meal -> money(meal.getPaidAmount()));

  private final MealRepository repository;

  @Override
  public String register() {
    return "meal";
  }

  @Override
  public Optional<Meal> entry(String caseNumber) {
    return repository.findByCaseNumberOrderById(caseNumber).stream().reduce((earlier, later) -> later);
  }

  @Override
  public NamedFacts<Meal> facts() {
    return FACTS;
  }

  /** An amount that is known once the meal is settled. */
  private static Function<Meal, Object> settled(Function<Meal, BigDecimal> amount) {
    return meal -> meal.getReceiptNo() == null ? null : Money.text(amount.apply(meal));
  }

  private static String money(BigDecimal amount) {
    return amount == null ? null : Money.text(amount);
  }

  private static String yesNo(boolean value) {
    return value ? "Yes 是" : "No 否";
  }
}
