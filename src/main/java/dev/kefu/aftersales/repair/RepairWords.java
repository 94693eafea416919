package dev.kefu.aftersales.repair;

import dev.kefu.aftersales.UnitCard;
import dev.kefu.aftersales.Urgency;
import dev.kefu.aftersales.technicians.Skills;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people read of a repair. */
final class RepairWords {

  static final Map<String, String> CAUSES = Map.of("component", "Component 元件", "assembly", "Assembly 裝配", "design", "Design 設計", "transport", "Transport 運輸",
      "misuse", "Misuse 使用不當", "ageing", "Ageing 老化", "other", "Other 其他");

  static final Map<String, String> WAYS = Map.of("onSite", "on site 上門", "workshop", "workshop 送修", "factory", "factory 返廠");
  static final Map<String, String> CONSENTS = Map.of("yes", "Agreed 同意", "no", "Declined 不同意", "silent", "No answer 未答覆");
  static final Map<String, String> PAYERS = Map.of("free", "Free of charge 免費", "paid", "Customer pays 客戶付費", "internal", "We bear it 內部承擔", "exchange", "Exchange 換貨");
  private static final Map<String, String> RESULTS = Map.of("fixed", "Fixed 修復", "partly", "Partly fixed 部分修復", "moreNeeded", "More is needed 需增項", "cannot", "Cannot be fixed 無法修復");
  /** By the name of {@link RepairOrder.Status}. */
  static final Map<String, String> STATUSES = Map.ofEntries(Map.entry("OPEN", "opened 已立案"), Map.entry("CHECKED", "unit checked 已核對"),
      Map.entry("ARRANGED", "arranged 已約定"), Map.entry("ACCEPTED", "accepted by a technician 已接單"),
      Map.entry("DIAGNOSED", "diagnosed 已檢測"), Map.entry("WORKED", "worked on 維修中"), Map.entry("TESTED", "tested 已檢驗"),
      Map.entry("READY", "ready 待取"), Map.entry("HANDED_OVER", "handed over 已交付"),
      Map.entry("DECLINED_BY_CUSTOMER", "fee declined 客戶不同意費用"), Map.entry("UNREPAIRABLE", "cannot be repaired 無法修復"),
      Map.entry("REPAIRED", "repaired 已修復"), Map.entry("DECLINED", "not repaired 未維修"), Map.entry("TO_EXCHANGE", "exchanged 轉換貨"),
      Map.entry("WITHDRAWN", "withdrawn 已撤回"), Map.entry("CANCELLED", "cancelled 已取消"));

  /** The longest text that a register takes. */
  private static final int LONGEST = 2000;

  private RepairWords() {
  }

  /** A unit and its latest repairs. */
  static String unit(UnitCard card, List<RepairOrder> history) {
    String sold = card.soldOn() == null ? "day of the sale unknown 銷售日期不詳"
        : "sold 銷售 %s, warranty until 保修至 %s (%d + %d days 天)".formatted(card.soldOn(), card.warrantyUntil(), card.warrantyDays(), card.prolongedDays());
    String contract = card.contractUntil() == null ? null : "service contract until 服務合同至 " + card.contractUntil();
    return lines(Stream.concat(Stream.of(card.product() + ", " + card.serialNumber(), sold, "proof 憑證: " + Objects.requireNonNullElse(card.proof(), "–"), contract),
        history.stream().map(RepairWords::past)));
  }

  private static String past(RepairOrder order) {
    return "- %s: %s, %s".formatted(order.getRepairNo(), Skills.NAMES.getOrDefault(order.getFaultKind(), "–"), STATUSES.get(order.getStatus().name()));
  }

  /** What every step of a repair shows. */
  static String facts(RepairOrder order) {
    return lines(Stream.of("Repair 維修單 " + order.getRepairNo(), "Product 產品: " + order.getProduct() + ", " + (order.getSerialNumber().isBlank() ? "–" : order.getSerialNumber()),
        "Fault 故障 (" + Skills.NAMES.getOrDefault(order.getFaultKind(), "–") + "): " + order.getFault(),
        "Urgency 緊急程度: " + Urgency.NAMES.getOrDefault(order.getUrgency(), order.getUrgency()), fact("Way 方式", order.getRepairWay(), WAYS::get), fact("Promised 約定日期", order.getPromisedOn(), Object::toString),
        fact("Address 地址", order.getAddress(), address -> address + ", " + order.getDistrict())));
  }

  static String payer(RepairOrder order) {
    return "contract".equals(order.getPayer()) ? "By contract, the customer pays %d %% 按合同，客戶付 %d%%".formatted(order.getContractPercent(), order.getContractPercent())
        : PAYERS.get(order.getPayer());
  }

  static String overrule(RepairOrder order) {
    return lines(Stream.of("The rule says 判定: " + payer(order), "Wanted 擬改為: " + PAYERS.get(order.getWantedPayer()), "Reason 理由: " + order.getOverruleReason(),
        "By 提出人: " + order.getOverruledBy()));
  }

  static String exchange(RepairOrder order) {
    return cut(facts(order) + "\n\n" + (order.isUnrepairable() ? "Cannot be repaired 無法修復: " + Objects.requireNonNullElse(order.getWorkDone(), order.getCause())
        : "Two failed repairs of the same fault in warranty: exchange 保修期內同一故障兩次未修好，換貨"));
  }

  static String findings(RepairOrder order) {
    return lines(Stream.concat(Stream.of(fact("Cause 故障原因", order.getCause(), cause -> cause + " (" + CAUSES.get(order.getCauseCode()) + ")"),
            fact("Estimate 估價", order.getEstimate(), RepairWords::yuan), fact("Agreed 客戶同意", order.getAgreed(), RepairWords::yuan),
            fact("Work 維修", order.getWorkDone(), Function.identity()), fact("Test 檢驗", order.getTestFindings(), Function.identity()),
            fact("Technical support 技術支持", order.getSupportSolution(), Function.identity())),
        order.getParts().stream().filter(part -> !part.isUsed()).map(RepairPart::line)));
  }

  static String estimate(RepairOrder order) {
    return lines(Stream.of(order.getProduct(), "Cause 故障原因: " + order.getCause(), "Estimate 估價: **" + yuan(order.getEstimate()) + "**",
        fact("Agreed before 此前同意", order.getAgreed(), RepairWords::yuan), "No answer within 5 days counts as a no. 五日內未答覆視為不同意"));
  }

  static String parts(RepairOrder order) {
    return lines(Stream.concat(Stream.of(fact("Order 訂單", order.getPartsOrderNo(), Function.identity()), fact("Expected 預計到貨", order.getPartsDueOn(), Object::toString)),
        order.getParts().stream().filter(part -> !part.isUsed()).map(RepairPart::line)));
  }

  static String problem(RepairOrder order) {
    return cut(facts(order) + "\n\n" + findings(order));
  }

  static String fee(RepairOrder order) {
    return lines(Stream.of("Labour 工時費: " + yuan(order.getLabourFee()), "Parts 配件費: " + yuan(order.getPartsFee()), "Travel 上門費: " + yuan(order.getTravelFee())));
  }

  static String result(RepairOrder order) {
    String what = order.isDeclined() ? "Not repaired: the customer did not agree to the fee 未維修：客戶未同意費用"
        : order.isUnrepairable() ? "Cannot be repaired 無法修復" : RESULTS.getOrDefault(order.getWorkResult(), "–");
    return cut(lines(Stream.of(what, order.getCause(), fact("Fee 費用", order.getTotalFee(), RepairWords::yuan))));
  }

  static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST - 1) - 1)) + "…";
  }

  static String yuan(BigDecimal amount) {
    return amount.toPlainString() + " 元";
  }

  private static <T> String fact(String name, T value, Function<T, String> words) {
    return value == null ? null : name + ": " + words.apply(value);
  }

  private static String lines(Stream<String> lines) {
    return lines.filter(Objects::nonNull).collect(Collectors.joining("\n"));
  }
}
