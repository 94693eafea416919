package dev.kefu.aftersales.repair;

import static dev.kefu.reporting.Period.Kind.MONTH;

import dev.kefu.engine.CaseAccess;
import dev.kefu.reporting.Column;
import dev.kefu.reporting.Column.Kind;
import dev.kefu.reporting.Grouping;
import dev.kefu.reporting.Report;
import dev.kefu.reporting.Report.Fact;
import dev.kefu.reporting.Report.Source;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is counted of repairs. */
@Configuration(proxyBeanMethods = false)
class RepairReports {

  private static final String ALL = "1 = 1";
  private static final String ORDERS = "aftersales_repairs r";
  private static final String AGAIN = "exists (select 1 from aftersales_repairs n where n.unit_id = r.unit_id and n.id > r.id and n.opened_at <= timestampadd(day, 30, r.ended_at))";
  private static final Grouping BY_PRODUCT = Grouping.byText("product", "Product 產品", "r.product");
  private static final List<Fact> FACTS = List.of(new Fact("Repair 維修單", "r.repair_no", UnaryOperator.identity()), new Fact("Product 產品", "r.product", UnaryOperator.identity()),
      new Fact("Cause 原因", "r.cause_code", code -> RepairWords.CAUSES.getOrDefault(code, code)));

  /** Repairs, in and out of warranty, days, fees, causes. */
  @Bean
  Report repairReport(CaseAccess access) {
    return new Report("repair-report", "Repairs 產品維修統計", "Repairs handed over and reported in the period. Days from the order to the customer's signature. 按結案日期統計；天數自開單至客戶簽收。",
        Set.of("customer-service-manager", "quality-department"), List.of(MONTH), new Source(ORDERS, "r.status = 'REPAIRED'", "r.id", "r.case_number", "r.ended_at", FACTS),
        List.of(BY_PRODUCT, technician(access), Grouping.byCode("cause", "Cause 原因", "r.cause_code", RepairWords.CAUSES)),
        List.of(Column.count("count", "Number 件數", ALL), Column.count("inWarranty", "In warranty 保內", "r.warranty_result = 'free'"),
            Column.count("outOfWarranty", "Out of warranty 保外", "r.warranty_result <> 'free'"), Column.meanDays("meanDays", "Mean days 平均天數", "r.opened_at", "r.signed_at", ALL),
            Column.sum("fee", "Fee 費用", Kind.MONEY, "coalesce(r.total_fee, 0)", ALL)));
  }

  /** Units that came again, and exchanges after two failures. */
  @Bean
  Report repairReworkReport(CaseAccess access) {
    return new Report("repair-rework-report", "Repeated repairs 返修率",
        "Repairs and exchanges that ended in the period. Again 返修: the same unit came again within thirty days. Exchanged 換貨: two failed repairs of the same fault in warranty."
            + " 按結案日期統計；返修指三十日內同一產品再次報修；換貨指保修期內同一故障兩次未修好。",
        Set.of("after-sales-supervisor", "quality-department"), List.of(MONTH),
        new Source(ORDERS, "r.status in ('REPAIRED', 'TO_EXCHANGE')", "r.id", "r.case_number", "r.ended_at", FACTS), List.of(BY_PRODUCT, technician(access)),
        List.of(Column.count("count", "Number 件數", ALL), Column.rate("again", "Again in 30 days 三十日內返修率", AGAIN, "r.status = 'REPAIRED'"),
            Column.count("exchanged", "Exchanged after two failures 兩次未修好換貨", "r.warranty_result = 'exchange'")));
  }

  /** Parts that repairs used. */
  @Bean
  Report sparePartsReport() {
    return new Report("spare-parts-report", "Parts 備件消耗", "Parts used by repairs that ended in the period, at list price. Ordered 缺貨訂購: the parts of that repair were not in stock. 按結案日期統計，以單價計值。",
        Set.of("after-sales-supervisor", "warehouse-keeper"), List.of(MONTH),
        new Source("aftersales_repair_parts p join aftersales_repairs r on r.id = p.repair_id", "p.used and r.status = 'REPAIRED'", "r.id * 100 + p.position", "r.case_number", "r.ended_at",
            FACTS),
        List.of(new Grouping("part", "Part 備件", "p.part_no", "concat(p.part_no, ' ', p.name)", UnaryOperator.identity())),
        List.of(Column.sum("used", "Used 用量", Kind.QUANTITY, "p.quantity", ALL), Column.sum("value", "Value 金額", Kind.MONEY, "p.quantity * p.unit_price", ALL),
            Column.count("ordered", "Ordered 缺貨訂購", "r.supply = 'ordered'")));
  }

  private static Grouping technician(CaseAccess access) {
    return new Grouping("technician", "Technician 技術員", "r.technician", "r.technician", person -> access.namesOf(List.of(person)).getOrDefault(person, person));
  }
}
