package dev.kefu.aftersales.statistics;

import static dev.kefu.reporting.Period.Kind.MONTH;

import dev.kefu.aftersales.ServiceKind;
import dev.kefu.aftersales.Urgency;
import dev.kefu.reporting.Column;
import dev.kefu.reporting.FormLabels;
import dev.kefu.reporting.Grouping;
import dev.kefu.reporting.Report;
import dev.kefu.reporting.Report.Fact;
import dev.kefu.reporting.Report.Source;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is counted of the service ledger and of the feedback on services. A request that was opened by mistake does not count. */
@Configuration(proxyBeanMethods = false)
class ServiceReports {

  private static final String HEAD = "customer-service-manager";
  private static final String SUPERVISOR = "after-sales-supervisor";
  private static final String ALL = "1 = 1";
  private static final String ENDED = "r.status in ('CLOSED', 'COMPLAINT', 'WITHDRAWN')";
  private static final String LEDGER = "aftersales_requests r left join reporting_customers k on k.code = r.customer_code";

  private static final Map<String, String> TYPES = FormLabels.of("aftersales/after-sales-service-register", "request.requestType");
  private static final Map<String, String> RECEIVERS = FormLabels.of("aftersales/service-feedback-ask", "feedback.receiver");
  private static final Map<String, String> REGIONS = FormLabels.of("information/customer-lookup-register", "registration.region");

  private static final Grouping BY_TYPE = Grouping.byCode("kind", "Kind 類型", "r.request_type", TYPES);
  private static final Grouping BY_URGENCY = Grouping.byCode("urgency", "Urgency 緊急程度", "r.urgency", Urgency.NAMES);

  private static final List<Fact> FACTS = List.of(new Fact("Product 產品", "r.product", UnaryOperator.identity()), new Fact("Kind 類型", "r.request_type", named(TYPES)),
      new Fact("Charge 服務性質", "r.service_kind", named(ServiceKind.NAMES)), new Fact("Urgency 緊急程度", "r.urgency", named(Urgency.NAMES)));

  /** Requests received, closed and open: the form 售後服務登記表. */
  @Bean
  Report serviceRequestReport() {
    return new Report("service-request-report", "Service requests 售後服務統計", "Requests received in the period, mistakes left out. 按受理日期統計；誤開不計。",
        Set.of(HEAD, SUPERVISOR, "after-sales-specialist"), List.of(MONTH), received(),
        List.of(Grouping.byText("product", "Product 產品", "r.product"), Grouping.byCode("region", "Region 區域", "k.region", REGIONS), BY_TYPE,
            Grouping.byCode("charge", "Charge 服務性質", "r.service_kind", ServiceKind.NAMES), BY_URGENCY),
        List.of(Column.count("count", "Received 受理", ALL), Column.count("closed", "Closed 已結案", ENDED), Column.count("open", "Open 未結案", "not (" + ENDED + ")"),
            Column.count("free", "Free 免費", "r.service_kind = 'free'"), Column.count("paid", "Paid 有費", "r.service_kind = 'paid'"),
            Column.count("contract", "Contract 合同", "r.service_kind = 'contract'"), Column.count("internal", "Internal 一般行政", "r.service_kind = 'internal'"),
            Column.count("urgent", "Urgent 緊急", "r.urgency = 'urgent'"), Column.count("high", "High 高", "r.urgency = 'high'")));
  }

  /** Answers, arrivals and services in time. */
  @Bean
  Report serviceTimelinessReport() {
    String open = " and not (" + ENDED + ")";
    return new Report("service-timeliness-report", "Timeliness of service 服務及時率",
        "Requests received in the period. In time 及時: of those that were answered, visited or served, or should have been by now. 以已答覆（到達、完成）及已到期者為基數。",
        Set.of(HEAD, SUPERVISOR), List.of(MONTH), received(), List.of(BY_TYPE, BY_URGENCY),
        List.of(Column.count("count", "Received 受理", ALL),
            Column.rate("answeredInTime", "Answered in time 答覆及時率", "r.answered_at <= r.answer_due",
                "r.answer_due is not null and (r.answered_at is not null or (r.answer_due < :now" + open + "))"),
            Column.rate("onSiteInTime", "On site in time 上門及時率", "r.arrived_at <= r.appointment_at",
                "r.appointment_at is not null and (r.arrived_at is not null or (r.appointment_at < :now" + open + "))"),
            Column.rate("servedInTime", "Done in promised time 按承諾完成率", "r.served_at <= r.promised_at",
                "r.promised_at is not null and (r.served_at is not null or (r.promised_at < :now" + open + "))")));
  }

  /** What customers say about closed services, and what departments answer: the form 售後服務信息反饋表. */
  @Bean
  Report serviceFeedbackReport() {
    String asked = "f.id is not null";
    String reached = asked + " and f.reached = true";
    Source closed = new Source("aftersales_requests r left join aftersales_feedback f on f.case_number = r.case_number", "r.status = 'CLOSED'", "r.id", "r.case_number", "r.ended_at", FACTS);
    return new Report("service-feedback-report", "Service feedback 售後信息反饋",
        "Requests closed in the period. Satisfied 滿意: of customers who were reached. Answered in time 按期答覆: of opinions that were answered or should have been by now."
            + " 按結案日期統計；滿意率以已聯系上的客戶為基數；按期答覆率以已答覆及已到期者為基數。",
        Set.of(HEAD, SUPERVISOR, "quality-department", "rd-department", "production-department", "logistics-department", "sales-manager", "marketing-department", "responsible-department"),
        List.of(MONTH), closed, List.of(Grouping.byCode("department", "Department 部門", "f.receiver", RECEIVERS)),
        List.of(Column.count("count", "Closed 已結案", ALL), Column.rate("asked", "Asked 回訪率", asked, ALL),
            Column.rate("satisfied", "Satisfied 滿意率", "f.satisfaction = 'satisfied'", reached), Column.count("opinions", "Opinions 意見", "f.opinion_types is not null"),
            Column.count("ideas", "Ideas 產品設想", "f.product_idea = true"), Column.count("complaints", "Complaints 轉投訴", "f.complaint_case is not null"),
            Column.rate("answeredInTime", "Answered in time 按期答覆率", "f.replied_at <= f.answer_due",
                "f.answer_due is not null and (f.replied_at is not null or f.answer_due < :now)")));
  }

  private static Source received() {
    return new Source(LEDGER, "r.status <> 'CANCELLED'", "r.id", "r.case_number", "r.received_at", FACTS);
  }

  private static UnaryOperator<String> named(Map<String, String> labels) {
    return code -> code == null ? "" : labels.getOrDefault(code, code);
  }
}
