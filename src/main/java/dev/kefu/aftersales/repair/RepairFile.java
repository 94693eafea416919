package dev.kefu.aftersales.repair;

import static dev.kefu.reporting.Register.Field.code;
import static dev.kefu.reporting.Register.Field.date;
import static dev.kefu.reporting.Register.Field.number;
import static dev.kefu.reporting.Register.Field.text;
import static dev.kefu.reporting.Register.Field.time;

import dev.kefu.aftersales.Urgency;
import dev.kefu.aftersales.technicians.Skills;
import dev.kefu.reporting.Register;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Repair orders as a file. */
@Configuration(proxyBeanMethods = false)
class RepairFile {

  /** Each row with what people look up in it. */
  @Bean
  Register repairExport() {
    return new Register("repairs", "Repairs 維修台帳", Set.of("aftersales_repairs"), "aftersales_repairs r", "r.id", "r.opened_at", List.of(text("Case 案件", "r.case_number"), text("Repair no. 維修單號", "r.repair_no"), time("Opened 立案時間", "r.opened_at"),
        text("Customer no. 客戶編號", "r.customer_code"), text("Product 產品", "r.product"), text("Serial no. 序列號", "r.serial_number"), text("Fault 故障", "r.fault"),
        code("Kind of fault 故障類別", "r.fault_kind", Skills.NAMES), code("Urgency 緊急程度", "r.urgency", Urgency.NAMES), text("District 區域", "r.district"),
        code("Warranty 保修", "r.warranty_result", RepairWords.PAYERS), code("Who pays 付費方", "r.payer", RepairWords.PAYERS), code("Way 方式", "r.repair_way", RepairWords.WAYS), date("Promised 承諾日期", "r.promised_on"),
        text("Technician 技術員", "r.technician"), code("Cause 原因", "r.cause", RepairWords.CAUSES), number("Agreed 商定金額", "r.agreed"), code("Consent 客戶同意", "r.consent", RepairWords.CONSENTS),
        number("Labour hours 工時", "r.labour_hours"), text("Work done 維修內容", "r.work_done"), time("Finished 完工時間", "r.finished_at"),
        number("Failed tests 檢驗不合格次數", "r.failed_tests"), number("Labour fee 工時費", "r.labour_fee"), number("Parts fee 配件費", "r.parts_fee"),
        number("Travel fee 差旅費", "r.travel_fee"), number("Total 合計", "r.total_fee"), date("Paid 付款日期", "r.paid_on"),
        number("Days prolonged 延保天數", "r.prolonged_days"), code("State 狀態", "r.status", RepairWords.STATUSES), time("Ended 結束時間", "r.ended_at")));
  }
}
