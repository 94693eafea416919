package dev.kefu.relationship.hospitality;

import dev.kefu.budget.Money;
import dev.kefu.engine.RegisterFacts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the register of meals says on the printed forms. */
@Component
@RequiredArgsConstructor
class MealRegisterFacts implements RegisterFacts {

  private final MealRepository repository;

  @Override
  public String register() {
    return "meal";
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Object> of(String caseNumber) {
    List<Meal> meals = repository.findByCaseNumberOrderById(caseNumber);
    return meals.isEmpty() ? Map.of() : facts(meals.get(meals.size() - 1));
  }

  private static Map<String, Object> facts(Meal meal) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("customer", meal.getCustomerName() == null ? null : meal.getCustomerCode() + " " + meal.getCustomerName());
    facts.put("keyCustomer", yesNo(meal.isKeyCustomer()));
    facts.put("guestCount", String.valueOf(meal.getGuestCount()));
    facts.put("hostIsManager", yesNo(meal.isHostIsManager()));
    facts.put("budgetTotal", Money.text(meal.total()));
    facts.put("limit", money(meal.getLimitPerHead()));
    facts.put("grounds", meal.getGrounds());
    facts.put("similar", meal.getSimilarCases());
    facts.put("approvedPersons", meal.getApprovedAmount() == null ? null : String.valueOf(meal.persons()));
    facts.put("approvedAmount", money(meal.getApprovedAmount()));
    if (meal.getReceiptNo() != null) {
      facts.put("total", Money.text(meal.bill()));
      facts.put("perHeadActual", Money.text(meal.bill().divide(BigDecimal.valueOf(meal.getActualGuests() + (long) meal.getActualCompanions()), 2, RoundingMode.HALF_UP)));
      facts.put("excess", Money.text(meal.getExcess()));
    }
    facts.put("excessReason", meal.getExcessReason());
    facts.put("auditResult", meal.getAuditResult() == null ? null : MealFacts.AUDITS.get(meal.getAuditResult()) + " · " + meal.getAuditGrounds());
    facts.put("notPaid", meal.getNotPaidReason());
    facts.put("paidAmount", money(meal.getPaidAmount()));
    return facts;
  }

  private static String money(BigDecimal amount) {
    return amount == null ? null : Money.text(amount);
  }

  private static String yesNo(boolean value) {
    return value ? "Yes 是" : "No 否";
  }
}
