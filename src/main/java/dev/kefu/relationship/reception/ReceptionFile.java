package dev.kefu.relationship.reception;

import static dev.kefu.reporting.Register.Field.code;
import static dev.kefu.reporting.Register.Field.number;
import static dev.kefu.reporting.Register.Field.text;
import static dev.kefu.reporting.Register.Field.time;
import static dev.kefu.reporting.Register.Field.yesNo;

import dev.kefu.reporting.Register;
import dev.kefu.reporting.Register.Field;
import dev.kefu.reporting.Register.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The register of receptions as a file. */
@Configuration(proxyBeanMethods = false)
class ReceptionFile {

  private static final Map<String, String> STATES = Map.of("REQUESTED", "Requested 已申請", "ARRANGED", "Arranged 已安排", "RECEIVED", "Received 已接待", "RECORDED", "Recorded 已記錄",
      "COMPLETED", "Completed 已完成", "REJECTED", "Rejected 已否決", "WITHDRAWN", "Withdrawn 已撤回", "CANCELLED", "Cancelled 已取消");

  /** Receptions by the time for which they were asked. */
  @Bean
  Register receptionsExport() {
    return new Register("receptions", "Receptions 客戶接待台帳", Set.of("relationship_receptions"), "relationship_receptions r", "r.id", "r.reception_at", List.of(text("Case 案件", "r.case_number"),
        text("Asked by 申請人", "r.starter"), text("Customer no. 客戶編號", "r.customer_code"), time("Time 接待時間", "r.reception_at"), number("Guests 來訪人數", "r.guests"),
        new Field("Purpose 目的", "r.purposes", Type.TEXT, ReceptionWords::purposes), code("Level asked for 申請檔次", "r.level_asked", ReceptionWords.LEVELS),
        code("Level 接待檔次", "r.level_fixed", ReceptionWords.LEVELS), code("Cost bearing 費用類型", "r.cost_bearing", ReceptionWords.BEARINGS), number("Budget 預算", "r.budget"),
        yesNo("Unannounced 臨時來訪", "r.unannounced"), text("Oral approval by 口頭批準人", "r.oral_approved_by"), time("Oral approval at 口頭批準時間", "r.oral_approved_at"),
        time("Received 接待日期", "r.received_at"), text("Received by 接待人", "r.received_by"), number("Guests who came 實到人數", "r.actual_persons"), number("Satisfaction 滿意度", "r.satisfaction"),
        number("Paid 已付", "r.paid_amount"), number("Actual cost 實際費用", "r.actual_cost"), code("State 狀態", "r.status", STATES), time("Ended 結束時間", "r.ended_at")));
  }
}
