package dev.kefu.relationship.hospitality;

import static dev.kefu.reporting.Period.Kind.MONTH;

import dev.kefu.reporting.Column;
import dev.kefu.reporting.Grouping;
import dev.kefu.reporting.Report;
import dev.kefu.reporting.Report.Fact;
import dev.kefu.reporting.Report.Source;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is counted of the register of meals. */
@Configuration(proxyBeanMethods = false)
class MealReports {

  private static final String BILL = "(m.food_amount + m.drinks_amount)";
  private static final String PERSONS = "(m.actual_guests + m.actual_companions)";
  private static final String ALL = "1 = 1";

  /** Meals that were settled: paid, or refused by the audit. */
  @Bean
  Report hospitalityCostReport() {
    return new Report("hospitality-cost-report", "Dining 招待用餐費用表",
        "Meals of the period that were held and settled, by the time of the meal. Per head 人均: bill by persons at table. Above the limit 超標: standard or bill above limit or approval. Refused 拒付金額: of"
            + " the bill, not paid. Drinks 酒水: share in the bill. 按用餐時間統計已結算之用餐；拒付金額為帳單未付部分。",
        Set.of("customer-service-manager", "finance-manager", "general-manager"), List.of(MONTH),
        new Source("relationship_meals m", "m.status in ('PAID', 'REFUSED') and m.receipt_no is not null", "m.id", "m.case_number", "m.meal_at",
            List.of(new Fact("Customer 客戶", "m.customer_name", UnaryOperator.identity()), new Fact("Host 主持人", "m.host", UnaryOperator.identity()),
                new Fact("Not paid because 不付原因", "m.not_paid_reason", UnaryOperator.identity()))),
        List.of(Grouping.byText("host", "Host 主持人", "m.host"), Grouping.byCode("occasion", "Kind 招待形式", "m.occasion", MealFacts.OCCASIONS)),
        List.of(Column.count("count", "Meals 次數", ALL), Column.sum("persons", "Persons 人數", Column.Kind.QUANTITY, PERSONS, ALL),
            Column.sum("spent", "Bills 帳單金額", Column.Kind.MONEY, BILL, ALL), Column.quotient("perHead", "Per head 人均", Column.Kind.MONEY_EACH, BILL, PERSONS, ALL),
            Column.quotient("limit", "Limit per head 每人標準", Column.Kind.MONEY_EACH, "m.limit_per_head * " + PERSONS, PERSONS, ALL),
            Column.quotient("ofLimit", "Of the limit 佔標準", Column.Kind.SUM_RATE, BILL, "(m.limit_per_head * " + PERSONS + ")", ALL),
            Column.count("aboveLimit", "Above the limit 超標次數", "m.per_head > m.limit_per_head or m.excess > 0"),
            Column.sum("refused", "Refused 拒付金額", Column.Kind.MONEY, "(" + BILL + " - coalesce(m.paid_amount, 0))", ALL),
            Column.quotient("drinks", "Drinks 酒水佔比", Column.Kind.SUM_RATE, "m.drinks_amount", BILL, ALL)));
  }
}
