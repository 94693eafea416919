package dev.kefu.aftersales.support;

import static dev.kefu.reporting.Register.Field.code;
import static dev.kefu.reporting.Register.Field.number;
import static dev.kefu.reporting.Register.Field.text;
import static dev.kefu.reporting.Register.Field.time;
import static dev.kefu.reporting.Register.Field.yesNo;

import dev.kefu.reporting.FormLabels;
import dev.kefu.reporting.Register;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Technical problems and the knowledge base as files. */
@Configuration(proxyBeanMethods = false)
class SupportFiles {

  private static final String FORM = "aftersales/technical-support-ticket";
  private static final Map<String, String> STATUSES = Map.of("OPEN", "Open 已立案", "REGISTERED", "Registered 已登記", "HANDLING", "Being handled 處理中", "ANSWERED", "Answered 已答覆", "ACCEPTED", "Accepted 客戶認可",
      "WISH", "Wish 需求", "SOLVED", "Solved 已解決", "WISH_REGISTERED", "Wish registered 需求已登記", "WITHDRAWN", "Withdrawn 已撤回", "CANCELLED", "Cancelled 已取消");

  /** Technical problems. */
  @Bean
  Register ticketExport() {
    return new Register("technical-support", "Technical problems 技術支持台帳", Set.of("aftersales_tickets"), "aftersales_tickets t", "t.id", "t.opened_at", List.of(text("Case 案件", "t.case_number"),
        time("Opened 立案時間", "t.opened_at"), text("Customer no. 客戶編號", "t.customer_code"), text("Product 產品", "t.product"), text("Serial no. 序列號", "t.serial_number"),
        text("Version 版本", "t.product_version"), text("Problem 問題", "t.problem"), code("Impact 影響", "t.impact", FormLabels.of(FORM, "ticket.impact")),
        code("Kind 類別", "t.problem_kind", FormLabels.of(FORM, "ticket.problemKind")), code("Level 級別", "t.severity", TicketWords.LEVELS), time("React by 響應期限", "t.react_due"), time("Reacted 響應時間", "t.reacted_at"),
        time("Solve by 解決期限", "t.solve_due"), time("Solved 解決時間", "t.solved_at"), yesNo("Known problem 已知問題", "t.known_problem"), text("Engineer 工程師", "t.engineer"), text("Diagnosis 診斷", "t.diagnosis"),
        text("Cause 原因", "t.cause"), text("Solution 解決方案", "t.solution"), number("Rounds 輪次", "t.rounds"), code("State 狀態", "t.status", STATUSES), time("Ended 結束時間", "t.ended_at")));
  }

  /** The knowledge base. */
  @Bean
  Register knowledgeExport() {
    return new Register("knowledge", "Knowledge base 知識庫", Set.of("aftersales_knowledge"), "aftersales_knowledge w join aftersales_tickets t on t.id = w.ticket_id", "w.id", "w.written_at",
        List.of(text("Case 案件", "t.case_number"), text("Product 產品", "w.product"), text("Title 標題", "w.title"), text("Problem 問題", "w.problem"), text("Cause 原因", "w.cause"),
            text("Solution 解決方案", "w.solution"), text("Written by 編寫人", "w.written_by"), time("Written 編寫時間", "w.written_at")));
  }
}
