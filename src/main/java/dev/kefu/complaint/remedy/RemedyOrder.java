package dev.kefu.complaint.remedy;

import dev.kefu.complaint.remedy.RemedyItem.Trace;
import dev.kefu.engine.FactsRefused;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/**
 * What was approved for a complaint, and what came of it (P61). Money never exceeds the approved total, each branch pays once, and whoever prepared a
 * payment does not make it. Amounts are yuan with two decimals. What people hand in against these rules is refused with {@link FactsRefused}.
 */
@Entity
@Table(name = "complaint_remedies")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class RemedyOrder {

  /** Where a remedy stands; the last three are ends. */
  enum Status {
    OPEN, DONE, REFUSED_BY_CUSTOMER, CANCELLED
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String processInstanceId;
  private String caseNumber;
  private String customerCode;
  private String severity;
  private String promised;
  private BigDecimal approvedAmount;
  private String handler;
  private String orderNo;
  private String invoiceNo;
  private String returnCause;
  private LocalDate resaleUntil;
  private boolean resold;
  @Enumerated(EnumType.STRING)
  private Status status = Status.OPEN;
  private Instant openedAt;
  private Instant endedAt;
  @Version
  private int version;
  @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
  @JoinColumn(name = "remedy_id", nullable = false)
  @OrderBy("id")
  private List<RemedyItem> items = new ArrayList<>();
  @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
  @JoinColumn(name = "remedy_id", nullable = false)
  @OrderBy("lineNo")
  private List<RemedyGoods> goods = new ArrayList<>();

  /**
   * What was approved.
   *
   * @param processInstanceId instance of complaint-remedy
   * @param text what people read
   * @param amount approved total of refund, allowance and compensation
   * @param handler user id, or null
   * @param branches what is carried out
   */
  record Promise(String processInstanceId, String caseNumber, String customerCode, String severity, String text, BigDecimal amount, String handler,
                 Set<Branch> branches) {
  }

  /**
   * Opens a remedy.
   *
   * @throws IllegalArgumentException when nothing was approved
   */
  RemedyOrder(Promise promise, Instant openedAt) {
    if (promise.branches().isEmpty()) {
      throw new IllegalArgumentException("No remedy was approved for " + promise.caseNumber() + ".");
    }
    processInstanceId = promise.processInstanceId();
    caseNumber = promise.caseNumber();
    customerCode = promise.customerCode();
    severity = promise.severity();
    promised = promise.text();
    approvedAmount = promise.amount();
    handler = promise.handler();
    this.openedAt = openedAt;
    new TreeSet<>(promise.branches()).forEach(branch -> items.add(new RemedyItem(branch)));
  }

  /**
   * Takes the slip, also a corrected one.
   *
   * @throws FactsRefused goods that were not approved or are missing, amounts above quantity × price or above what was approved; a slip on which
   *     somebody has acted already
   */
  void writeSlip(Slip slip) {
    mustRun();
    if (items.stream().anyMatch(item -> item.getBranch().isOnSlip() && item.getStatus() != RemedyItem.Status.PROMISED)) {
      throw new FactsRefused("The slip is in use already: goods were sent, fetched or signed for. 單據已被使用,不能再改");
    }
    List<RemedyGoods> lines = new ArrayList<>();
    slip.rows().forEach(row -> lines.add(new RemedyGoods(lines.size() + 1, row)));
    lines.forEach(line -> {
      if (find(line.getBranch()).isEmpty()) {
        throw new FactsRefused("Line %d 第 %d 行: %s was not approved 未經批準".formatted(line.getLineNo(), line.getLineNo(), line.getBranch().title()));
      }
      if (line.getAmount().compareTo(line.getQuantity().multiply(line.getUnitPrice()).setScale(2, RoundingMode.HALF_UP)) > 0) {
        throw new FactsRefused("Line %d 第 %d 行: the amount is above quantity × unit price 金額高於數量乘單價".formatted(line.getLineNo(), line.getLineNo()));
      }
    });
    items.stream().map(RemedyItem::getBranch).filter(branch -> branch.isOnSlip() && lines.stream().noneMatch(line -> line.getBranch() == branch)).findFirst()
        .ifPresent(branch -> {
          throw new FactsRefused(branch.title() + " was approved, but the slip has no line for it 已獲批準,但單據中沒有該類貨物");
        });
    goods.clear();
    goods.addAll(lines);
    mustBeApproved(sum(Branch.ALLOWANCE), Branch.ALLOWANCE);
    orderNo = slip.orderNo();
    invoiceNo = slip.invoiceNo();
    returnCause = slip.returnCause();
  }

  /** Notes that the replacement left. */
  void ship(LocalDate on, Trace trace) {
    running(Branch.EXCHANGE).prepare(trace, on);
  }

  /**
   * Notes what the warehouse counted and inspected, also a second time. A branch whose goods are as expected and need no refund is done.
   *
   * @throws FactsRefused when a line to be fetched is missing, stands twice or is none
   */
  void receive(PickUp pickUp, String by) {
    mustRun();
    List<RemedyGoods> fetched = toFetch();
    Map<Integer, PickUp.Row> rows = new HashMap<>();
    pickUp.rows().forEach(row -> {
      if (rows.put(row.line(), row) != null || fetched.stream().noneMatch(line -> line.getLineNo() == row.line())) {
        throw new FactsRefused("Line %d is not to be fetched, or stands twice 第 %d 行無須收回或重複".formatted(row.line(), row.line()));
      }
    });
    fetched.forEach(line -> {
      PickUp.Row row = rows.get(line.getLineNo());
      if (row == null) {
        throw new FactsRefused("Line %d is missing; write 0 when nothing came 缺少第 %d 行,未收到請填 0".formatted(line.getLineNo(), line.getLineNo()));
      }
      line.receive(row.received(), RemedyGoods.State.valueOf(row.state().toUpperCase(Locale.ROOT)));
    });
    resaleUntil = pickUp.resaleUntil();
    fetching().forEach(item -> {
      item.prepare(Trace.by(by), pickUp.pickedUpOn());
      if (item.getBranch() != Branch.RETURN && lines(item.getBranch()).noneMatch(RemedyGoods::differs)) {
        item.finish(Trace.by(by), pickUp.pickedUpOn());
      }
    });
  }

  boolean differs() {
    return toFetch().stream().anyMatch(RemedyGoods::differs);
  }

  /** Notes what the handler and the customer agreed on a difference; what needs no refund is done with it. */
  void settle(String agreement, LocalDate on, String by) {
    mustRun();
    fetching().forEach(item -> {
      item.note(agreement);
      if (item.getBranch() != Branch.RETURN) {
        item.finish(Trace.by(by), on);
      }
    });
  }

  /**
   * Notes the refund. Noting the same one again changes nothing.
   *
   * @throws FactsRefused above what came back or was approved; by whoever picked the goods up
   * @throws IllegalStateException when it was paid before with another amount, or no goods came
   */
  void refund(Refund refund, String by) {
    RemedyItem item = item(Branch.RETURN);
    if (isDoneWith(item, refund.amount())) {
      return;
    }
    mustBePrepared(item);
    mustBeAnother(item, by);
    if (refund.amount().compareTo(refundable()) > 0) {
      throw new FactsRefused("At most %s 元 can be refunded for the goods that came back 按實收貨物最多可退 %s 元".formatted(refundable().toPlainString(), refundable().toPlainString()));
    }
    mustBeApproved(refund.amount(), Branch.RETURN);
    item.value(refund.amount(), refund.certificate());
    item.finish(Trace.by(by), refund.on());
    resold = refund.resold();
  }

  /**
   * A refund.
   *
   * @param amount yuan
   * @param certificate code of the signed certificate
   * @param resold whether the goods are sold again already
   */
  record Refund(BigDecimal amount, String certificate, LocalDate on, boolean resold) {
  }

  /** Notes the allowance slip that both sides signed; its amount is that of the slip's lines. */
  void sign(String certificate, String signatures, LocalDate on, String by) {
    RemedyItem item = running(Branch.ALLOWANCE);
    mustBeApproved(sum(Branch.ALLOWANCE), Branch.ALLOWANCE);
    item.value(sum(Branch.ALLOWANCE), certificate);
    item.note(signatures);
    item.prepare(Trace.by(by), on);
  }

  /**
   * Notes the booking of the signed allowance, once.
   *
   * @throws FactsRefused by whoever signed it
   */
  void book(LocalDate on, Trace trace) {
    RemedyItem item = item(Branch.ALLOWANCE);
    if (isDoneWith(item, item.getAmount())) {
      return;
    }
    mustBePrepared(item);
    mustBeAnother(item, trace.by());
    item.finish(trace, on);
  }

  /**
   * Notes the compensation. Noting the same one again changes nothing.
   *
   * @throws FactsRefused above what was approved
   * @throws IllegalStateException when it was paid before with another amount
   */
  void pay(BigDecimal amount, LocalDate on, String by) {
    RemedyItem item = item(Branch.COMPENSATION);
    if (isDoneWith(item, amount)) {
      return;
    }
    mustRun();
    mustBeApproved(amount, Branch.COMPENSATION);
    item.value(amount, null);
    item.finish(Trace.by(by), on);
  }

  /** Notes a branch that needs no money and no goods. */
  void finish(Branch branch, String note, LocalDate on, String by) {
    RemedyItem item = running(branch);
    item.note(note);
    item.finish(Trace.by(by), on);
  }

  /** Notes that the customer refused a branch. */
  void refuse(Branch branch, String reason, String by) {
    running(branch).refuse(reason, by);
  }

  /** Notes that the customer keeps the goods, or does not agree on a difference: what is not done of them is refused. */
  void refuseGoods(String reason, String by) {
    mustRun();
    fetching().forEach(item -> item.refuse(reason, by));
  }

  /**
   * Corrects the day of a branch without money.
   *
   * @throws FactsRefused for money that has moved
   */
  void correct(Branch branch, LocalDate on) {
    mustRun();
    if (item(branch).getAmount() != null) {
      throw new FactsRefused("Money that has moved is corrected by a counter-entry, not here 款項已發生,請以沖銷更正");
    }
    item(branch).correct(on);
  }

  /**
   * Ends the remedy; repeating the same end changes nothing.
   *
   * @throws IllegalStateException when it ended otherwise, or a branch is open or does not fit the outcome
   */
  void end(Status outcome, Instant when) {
    if (status == outcome) {
      return;
    }
    mustRun();
    if (outcome != Status.CANCELLED && (items.stream().anyMatch(Predicate.not(RemedyItem::hasEnded)) || allAccepted() != (outcome == Status.DONE))) {
      throw new IllegalStateException("The remedy of " + caseNumber + " cannot end as " + outcome + ": " + result());
    }
    status = outcome;
    endedAt = when;
  }

  boolean allAccepted() {
    return items.stream().allMatch(item -> item.getStatus() != RemedyItem.Status.REFUSED);
  }

  /** Whether goods are still to come back. */
  boolean hasGoodsToFetch() {
    return !toFetch().isEmpty();
  }

  /** What may be refunded for the goods that came back. */
  BigDecimal refundable() {
    return lines(Branch.RETURN).map(RemedyGoods::receivedValue).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  BigDecimal returnedQuantity() {
    return lines(Branch.RETURN).map(RemedyGoods::getReceived).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The slip's amount of a branch. */
  BigDecimal sum(Branch branch) {
    return lines(branch).map(RemedyGoods::getAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Money that was paid, refunded or booked. */
  BigDecimal paid() {
    return items.stream().filter(item -> item.getStatus() == RemedyItem.Status.DONE).map(RemedyItem::getAmount).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The slip, for people. */
  String slipLines() {
    return goods.stream().map(RemedyGoods::promised).collect(Collectors.joining("\n"));
  }

  /** What is still to come back, for people. */
  String fetchLines() {
    return toFetch().stream().map(RemedyGoods::promised).collect(Collectors.joining("\n"));
  }

  /** What came back, for people. */
  String receivedLines() {
    return goods.stream().filter(line -> line.getReceived() != null).map(RemedyGoods::found).collect(Collectors.joining("\n"));
  }

  /** What differs from the slip, for people; empty when nothing does. */
  String difference() {
    return toFetch().stream().filter(RemedyGoods::differs).map(RemedyGoods::found).collect(Collectors.joining("\n"));
  }

  /** What was carried out and what was refused, a line for each branch. */
  String result() {
    return items.stream().map(RemedyOrder::line).collect(Collectors.joining("\n"));
  }

  private static String line(RemedyItem item) {
    String state = switch (item.getStatus()) {
      case PROMISED -> "open 未開始";
      case UNDER_WAY -> "under way 辦理中";
      case DONE -> "done 已完成" + (item.getAmount() == null ? "" : ", " + item.getAmount().toPlainString() + " 元") + (item.getDoneOn() == null ? "" : ", " + item.getDoneOn());
      case REFUSED -> "refused by the customer 客戶拒絕: " + item.getNote();
    };
    return "- " + item.getBranch().title() + ": " + state;
  }

  private Stream<RemedyItem> fetchingItems() {
    return items.stream().filter(item -> item.getBranch().fetchesGoods() && !item.hasEnded());
  }

  private List<RemedyItem> fetching() {
    return fetchingItems().toList();
  }

  private List<RemedyGoods> toFetch() {
    Set<Branch> open = fetchingItems().map(RemedyItem::getBranch).collect(Collectors.toSet());
    return goods.stream().filter(line -> open.contains(line.getBranch())).sorted(Comparator.comparing(RemedyGoods::getLineNo)).toList();
  }

  private Stream<RemedyGoods> lines(Branch branch) {
    return goods.stream().filter(line -> line.getBranch() == branch);
  }

  private Optional<RemedyItem> find(Branch branch) {
    return items.stream().filter(item -> item.getBranch() == branch).findFirst();
  }

  private RemedyItem item(Branch branch) {
    return find(branch).orElseThrow(() -> new IllegalStateException(branch + " was not approved for " + caseNumber + "."));
  }

  private RemedyItem running(Branch branch) {
    mustRun();
    return item(branch);
  }

  private boolean isDoneWith(RemedyItem item, BigDecimal amount) {
    if (item.getStatus() != RemedyItem.Status.DONE) {
      return false;
    }
    if (item.getAmount().compareTo(amount) != 0) {
      throw new IllegalStateException(item.getBranch() + " of " + caseNumber + " was paid already: " + item.getAmount().toPlainString() + ".");
    }
    return true;
  }

  private void mustBePrepared(RemedyItem item) {
    mustRun();
    if (item.getStatus() != RemedyItem.Status.UNDER_WAY) {
      throw new IllegalStateException(item.getBranch() + " of " + caseNumber + " is " + item.getStatus() + ", not UNDER_WAY.");
    }
  }

  private static void mustBeAnother(RemedyItem item, String by) {
    if (by != null && by.equals(item.getPreparedBy())) {
      throw new FactsRefused("Four eyes: whoever received the goods or signed the slip does not pay or book. 收貨人或簽單人不得付款或入帳");
    }
  }

  private void mustBeApproved(BigDecimal amount, Branch branch) {
    BigDecimal others = items.stream().filter(item -> item.getBranch() != branch && item.getStatus() != RemedyItem.Status.REFUSED).map(RemedyItem::getAmount)
        .filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal left = approvedAmount.subtract(others);
    if (amount.compareTo(left) > 0) {
      throw new FactsRefused("%s: %s 元 is above what is left of the approved %s 元: %s 元. 高於已批金額餘額".formatted(branch.title(), amount.toPlainString(),
          approvedAmount.toPlainString(), left.toPlainString()));
    }
  }

  private void mustRun() {
    if (status != Status.OPEN) {
      throw new IllegalStateException("The remedy of " + caseNumber + " has ended as " + status + ".");
    }
  }
}
