package dev.kefu.relationship.hospitality;

import dev.kefu.engine.FactsRefused;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** One meal with a customer, from its request to its payment. What was approved is what the settlement is measured by. */
@Entity
@Table(name = "relationship_meals")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Meal {

  private static final BigDecimal HUNDRED = new BigDecimal("100");

  /** Where a meal stands; the last five are ends. */
  enum Status {
    REQUESTED, RETURNED, APPROVED, HELD, SETTLED, PAID, REFUSED, REJECTED, CANCELLED, WITHDRAWN;

    boolean isEnd() {
      return compareTo(SETTLED) > 0;
    }
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String caseNumber;
  private String processInstanceId;
  private String starter;
  private String sectionId;
  private String budgetMonth;
  private String customerCode;
  private String customerName;
  private boolean keyCustomer;
  private String reason;
  private Instant mealAt;
  private String occasion;
  private String host;
  private boolean hostIsManager;
  private String companions;
  private int guestCount;
  private int companionCount;
  private String restaurant;
  private String restaurantName;
  private BigDecimal perHead;
  private BigDecimal limitPerHead;
  private Integer maxCompanions;
  private String usualPlace;
  private String overLimitReason;
  private String similarCases;
  private String approver;
  private String grounds;
  private String approvedByRole;
  private Instant approvedAt;
  private BigDecimal approvedAmount;
  private boolean emergency;
  private String oralApprovedBy;
  private Instant oralApprovedAt;
  private Instant papersAt;
  private boolean papersMissing;
  private String bookedPlace;
  private BigDecimal deposit;
  private BigDecimal depositLost;
  private Integer actualPersons;
  private BigDecimal actualAmount;
  private Integer actualGuests;
  private Integer actualCompanions;
  private BigDecimal foodAmount;
  private BigDecimal drinksAmount;
  private String receiptNo;
  private BigDecimal excess;
  private boolean excessApproved;
  private String excessReason;
  private String auditResult;
  private String auditGrounds;
  private BigDecimal payable;
  private String notPaidReason;
  private BigDecimal paidAmount;
  private LocalDate paidOn;
  @Enumerated(EnumType.STRING)
  private Status status = Status.REQUESTED;
  private int timesReturned;
  private Instant openedAt;
  private Instant endedAt;
  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "relationship_meal_guests", joinColumns = @JoinColumn(name = "meal_id"))
  @OrderColumn(name = "line_no")
  private List<MealGuest> guests = new ArrayList<>();
  @Version
  private int version;

  /**
   * Opens the register's entry.
   *
   * @param starter user id of the specialist
   * @param section the cost centre
   * @param byManager whether the manager is the host
   * @param zone decides in which month the meal lies
   */
  Meal(String caseNumber, String processInstanceId, String starter, String section, MealRequest request, boolean byManager, ZoneId zone, Instant openedAt) {
    this.caseNumber = caseNumber;
    this.processInstanceId = processInstanceId;
    this.starter = starter;
    this.sectionId = section;
    this.openedAt = openedAt;
    take(request, byManager, zone);
  }

  private void take(MealRequest request, boolean byManager, ZoneId zone) {
    reason = request.reason();
    mealAt = request.mealTime().toInstant();
    budgetMonth = YearMonth.from(mealAt.atZone(zone)).toString();
    occasion = request.occasion();
    host = request.host();
    hostIsManager = byManager;
    companions = String.join(",", request.companions());
    companionCount = request.companions().size();
    restaurant = request.restaurant();
    restaurantName = request.restaurantName();
    perHead = request.perHead();
    overLimitReason = request.givesReason() ? request.overLimitReason() : null;
    emergency = request.oralApproval();
    oralApprovedBy = request.oralApproval() ? request.oralApprovedBy() : null;
    oralApprovedAt = request.oralApproval() ? request.oralApprovedAt().toInstant() : null;
    guests.clear();
    guests.addAll(request.guests());
    guestCount = guests.size();
  }

  /**
   * Takes the request as it was sent again.
   *
   * @throws IllegalStateException when it is approved or has ended
   */
  void requestAgain(MealRequest request, boolean byManager, ZoneId zone) {
    mustBe("request again", Status.REQUESTED, Status.RETURNED);
    take(request, byManager, zone);
    status = Status.REQUESTED;
  }

  /**
   * Takes corrected words. What limits and approvals rest on stays: to change that, the request is returned.
   *
   * @throws FactsRefused when the correction goes further
   * @throws IllegalStateException when the request does not wait for its approval
   */
  void correct(MealRequest request, ZoneId zone) {
    mustBe("correct", Status.REQUESTED);
    Meal corrected = new Meal(caseNumber, processInstanceId, starter, sectionId, request, hostIsManager, zone, openedAt);
    if (!facts().equals(corrected.facts())) {
      throw new FactsRefused("Guests, people, time, kind, place and standard of a requested meal are changed by returning it 客人、人員、時間、形式、地點及標準須退回後修改");
    }
    take(request, hostIsManager, zone);
  }

  private List<Object> facts() {
    return List.of(mealAt, occasion, host, companions, restaurant, String.valueOf(restaurantName), perHead.stripTrailingZeros(), emergency, List.copyOf(guests));
  }

  void customer(String code, String name, boolean isKey) {
    mustBe("note the customer", Status.REQUESTED);
    customerCode = code;
    customerName = name;
    keyCustomer = isKey;
  }

  /**
   * Notes what the tables allow.
   *
   * @param place where such a meal usually is
   */
  void limit(BigDecimal limit, int mostCompanions, String place) {
    mustBe("compare with the limit", Status.REQUESTED);
    limitPerHead = limit;
    maxCompanions = mostCompanions;
    usualPlace = place;
  }

  /**
   * Notes what the rule says.
   *
   * @param decidedBy role that approves last, or null when the meal is refused
   * @param similar case numbers of what looks like parts of the same meal, or null
   */
  void check(String decidedBy, String why, String similar) {
    mustBe("check", Status.REQUESTED);
    approver = decidedBy;
    grounds = why;
    similarCases = similar;
  }

  /** Standard per head times everybody at table. */
  BigDecimal total() {
    return perHead.multiply(BigDecimal.valueOf(persons()));
  }

  int persons() {
    return guestCount + companionCount;
  }

  /** How much the standard is above the limit, in yuan per head; zero when it is not. */
  BigDecimal excessPerHead() {
    return perHead.subtract(limitPerHead).max(BigDecimal.ZERO);
  }

  BigDecimal excessPercent() {
    return percent(excessPerHead(), limitPerHead);
  }

  /** Whether such a meal is usually somewhere else. */
  boolean isElsewhere() {
    return "canteen".equals(usualPlace) && !"canteen".equals(restaurant) || "designated".equals(usualPlace) && !"designated".equals(restaurant)
        || "ordinary".equals(usualPlace) && "designated".equals(restaurant);
  }

  /** Goes back to the specialist. */
  void giveBack() {
    mustBe("return", Status.REQUESTED);
    timesReturned++;
    status = Status.RETURNED;
  }

  void approveByWord(Instant when) {
    mustBe("approve by word of mouth", Status.REQUESTED);
    oralApprovedAt = when;
  }

  /** Is approved: persons and amount as requested are what the settlement is measured by. */
  void approve(String role, Instant when) {
    mustBe("approve", Status.REQUESTED);
    approvedByRole = role;
    approvedAt = when;
    approvedAmount = total();
    status = Status.APPROVED;
  }

  /**
   * Takes the papers of a meal that was approved by word of mouth.
   *
   * @throws FactsRefused when they say another meal, or more of it
   */
  void papers(MealRequest request, ZoneId zone, Instant when) {
    mustRun("take papers");
    Meal papers = new Meal(caseNumber, processInstanceId, starter, sectionId, request, hostIsManager, zone, openedAt);
    if (!papers.host.equals(host) || !papers.occasion.equals(occasion) || !papers.mealAt.equals(mealAt) || !papers.emergency) {
      throw new FactsRefused("Host, kind and time 主持人、形式、時間: the papers say another meal than was approved by word of mouth 與口頭批準不符");
    }
    if (papers.total().compareTo(approvedAmount) > 0 || papers.perHead.compareTo(perHead) > 0) {
      throw new FactsRefused("Standard per head and persons 每人標準及人數: more than was approved by word of mouth; an excess is explained in the settlement 超出口頭批準，超標部分於結算時說明");
    }
    reason = papers.reason;
    overLimitReason = papers.overLimitReason;
    papersAt = when;
  }

  void missPapers() {
    mustRun("note missing papers");
    papersMissing = true;
  }

  /** Whether somebody approved it, and an emergency has its papers. */
  boolean isApprovedInTime() {
    return approvedByRole != null && (!emergency || papersAt != null);
  }

  void book(String place, BigDecimal paidInAdvance) {
    mustBe("book", Status.APPROVED);
    bookedPlace = place;
    deposit = paidInAdvance;
  }

  void hold(int persons, BigDecimal amount) {
    mustBe("hold", Status.APPROVED);
    actualPersons = persons;
    actualAmount = amount;
    status = Status.HELD;
  }

  /** Whether a deposit was paid that is to be claimed back. */
  boolean hasDeposit() {
    return deposit != null && deposit.signum() > 0;
  }

  /**
   * Notes what the restaurant keeps of the deposit of a meal that was not held.
   *
   * @throws FactsRefused when the sums do not fit
   */
  void loseDeposit(BigDecimal refunded, BigDecimal lost) {
    mustBe("lose a deposit", Status.APPROVED);
    if (refunded.add(lost).compareTo(deposit) != 0) {
      throw new FactsRefused("Given back, kept 退回、扣留: the two do not add up to the deposit of %s 元 兩項合計與訂金不符".formatted(deposit.toPlainString()));
    }
    if (lost.compareTo(approvedAmount) > 0) {
      throw new FactsRefused("Kept 扣留: not more than the %s 元 that were approved 不得超過批準金額".formatted(approvedAmount.toPlainString()));
    }
    depositLost = lost;
  }

  /**
   * Takes the settlement, or takes it again.
   *
   * @throws IllegalStateException when the meal was not held or has ended
   */
  void settle(MealSettlement settlement) {
    mustBe("settle", Status.HELD, Status.SETTLED);
    actualGuests = settlement.actualGuests();
    actualCompanions = settlement.actualCompanions();
    foodAmount = settlement.foodAmount();
    drinksAmount = settlement.drinksAmount();
    receiptNo = settlement.receiptNo().strip();
    excessReason = settlement.excessNote() == null || settlement.excessNote().isBlank() ? null : settlement.excessNote();
    excess = bill().subtract(measure()).max(BigDecimal.ZERO);
    excessApproved = false;
    status = Status.SETTLED;
  }

  /** What is to be paid to the restaurant, in yuan. */
  BigDecimal bill() {
    return foodAmount.add(drinksAmount);
  }

  /**
   * What the bill is measured by: what was approved; for more guests than approved the standard per head (P42). Companions who were not approved do not
   * count.
   */
  BigDecimal measure() {
    return actualGuests > guestCount ? perHead.multiply(BigDecimal.valueOf(actualGuests + Math.min(actualCompanions, companionCount))) : approvedAmount;
  }

  /** How much the bill is above what was approved, in percent; not above zero when it is not. */
  BigDecimal excessOfBill() {
    return percent(bill().subtract(measure()), measure());
  }

  /** Share of the drinks in the bill, from 0 to 1. */
  BigDecimal drinksShare() {
    return bill().signum() == 0 ? BigDecimal.ZERO : drinksAmount.divide(bill(), 4, RoundingMode.DOWN);
  }

  void approveExcess() {
    mustBe("approve an excess", Status.SETTLED);
    excessApproved = true;
  }

  /**
   * Notes what the audit says.
   *
   * @param amount what it leaves to be paid
   * @param notPaid why the rest is not paid; null when all is
   */
  void audit(String result, String why, BigDecimal amount, String notPaid) {
    mustBe("audit", Status.SETTLED);
    auditResult = result;
    auditGrounds = why;
    leave(amount, notPaid);
  }

  /** Notes the manager's word on the excess. */
  void explain(String why, BigDecimal amount, String notPaid) {
    mustBe("explain", Status.SETTLED);
    excessReason = why;
    leave(amount, notPaid);
  }

  private void leave(BigDecimal amount, String notPaid) {
    payable = amount;
    notPaidReason = notPaid;
  }

  /**
   * Is paid.
   *
   * @throws FactsRefused when it is more than the audit leaves, or less without a reason
   */
  void pay(BigDecimal amount, LocalDate day, String remarks) {
    mustBe("pay", Status.SETTLED);
    if (amount.compareTo(payable) > 0) {
      throw new FactsRefused("Paid 實付: not more than the %s 元 that the audit leaves 不得超過稽核金額".formatted(payable.toPlainString()));
    }
    if (amount.compareTo(payable) < 0) {
      if (remarks == null || remarks.isBlank()) {
        throw new FactsRefused("Why less 少付原因: say why less than %s 元 is paid 請說明少付原因".formatted(payable.toPlainString()));
      }
      notPaidReason = join(notPaidReason, "Finance 財務: " + remarks.strip());
    }
    paidAmount = amount;
    paidOn = day;
  }

  /** Two reasons as one, shortened to what the register holds. */
  static String join(String one, String other) {
    String both = one == null ? other : one + "; " + other;
    return both.length() <= 1000 ? both : both.substring(0, 1000);
  }

  /**
   * Ends the meal; repeating the same end changes nothing.
   *
   * @throws IllegalStateException when it ended otherwise, or is to be paid without a payment
   */
  void end(Status outcome, Instant when) {
    if (status == outcome) {
      return;
    }
    mustRun("end as " + outcome);
    if (outcome == Status.PAID && paidAmount == null) {
      throw new IllegalStateException(caseNumber + " cannot end as paid: nothing was booked.");
    }
    status = outcome;
    endedAt = when;
  }

  private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return part.multiply(HUNDRED).divide(whole, 2, RoundingMode.HALF_UP);
  }

  private void mustRun(String action) {
    if (status.isEnd()) {
      throw new IllegalStateException("Cannot " + action + ": " + caseNumber + " has ended as " + status + ".");
    }
  }

  private void mustBe(String action, Status... allowed) {
    if (!List.of(allowed).contains(status)) {
      throw new IllegalStateException("Cannot " + action + ": " + caseNumber + " is " + status + ".");
    }
  }
}
