package dev.kefu.complaint.handling;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What later steps and called processes read of a complaint: paragraphs, English 中文. */
final class ComplaintFacts {

  /** The longest text that a called process takes. */
  private static final int LONGEST = 4000;

  private static final Map<String, String> DEMANDS = Map.ofEntries(Map.entry("explainApologise", "explanation, apology 解釋道歉"), Map.entry("repair", "repair 維修"),
      Map.entry("rework", "rework 返工"), Map.entry("exchange", "exchange 換貨"), Map.entry("return", "return 退貨"), Map.entry("allowance", "allowance 折讓"),
      Map.entry("compensation", "compensation 賠償"), Map.entry("disciplineStaff", "action against staff 處理人員"), Map.entry("apology", "apology 道歉"),
      Map.entry("recall", "recall 召回"), Map.entry("other", "other 其他"));

  private ComplaintFacts() {
  }

  static String of(Reception reception) {
    return join(reception.content(), line("Reason 投訴理由", reception.complaintReason()), line("Product 產品", reception.product()), line("Order 訂單", reception.orderNo()),
        line("Wanted 客戶要求", words(reception.demands())), line("Amount claimed 要求金額", money(reception.claimedAmount())));
  }

  static String of(Reception reception, Registration registration) {
    return join(of(reception), line("Quantity 數量", registration.quantity() == null ? null : registration.quantity().toPlainString()),
        line("Shipped 交運", registration.shippedOn() == null ? null : registration.shippedOn().toString()), line("Batch 批號", registration.batchNo()));
  }

  static String inquiry(String facts, String cause, String statement) {
    return join(line("Facts 事實", facts), line("Cause 原因", cause), line("Department 部門意見", statement));
  }

  /** Says whom the table, or the office, holds responsible. */
  static String liability(String department) {
    return line("Responsible 責任部門", ComplaintWords.DEPARTMENTS.getOrDefault(department, department));
  }

  static String remedy(List<String> remedies, BigDecimal amount, String basis) {
    return join(line("Remedy 處理方式", words(remedies)), line("Amount 金額", money(amount)), line("Basis 依據", basis));
  }

  /** The parts as paragraphs, without those that are empty, cut to what fits. */
  static String join(String... parts) {
    String joined = Stream.of(parts).filter(Objects::nonNull).filter(part -> !part.isBlank()).collect(Collectors.joining("\n\n"));
    return joined.length() <= LONGEST ? joined : joined.substring(0, joined.offsetByCodePoints(0, joined.codePointCount(0, LONGEST - 1) - 1)) + "…";
  }

  private static String line(String name, String value) {
    return value == null || value.isBlank() ? null : name + ": " + value;
  }

  private static String words(List<String> codes) {
    return codes.stream().map(code -> DEMANDS.getOrDefault(code, code)).collect(Collectors.joining(", "));
  }

  private static String money(BigDecimal amount) {
    return amount == null ? null : amount.toPlainString() + " 元";
  }
}
