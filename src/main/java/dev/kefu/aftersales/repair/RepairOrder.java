package dev.kefu.aftersales.repair;

import dev.kefu.aftersales.repair.FeeRates.Fee;
import dev.kefu.aftersales.repair.RepairForms.Arrangement;
import dev.kefu.aftersales.repair.RepairForms.Collection;
import dev.kefu.aftersales.repair.RepairForms.Delay;
import dev.kefu.aftersales.repair.RepairForms.Diagnosis;
import dev.kefu.aftersales.repair.RepairForms.PartsSupply;
import dev.kefu.aftersales.repair.RepairForms.Signature;
import dev.kefu.aftersales.repair.RepairForms.TestReport;
import dev.kefu.aftersales.repair.RepairForms.Work;
import dev.kefu.engine.FactsRefused;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A repair order (P55). Money is yuan with two decimals. What people hand in against its rules is refused with {@link FactsRefused}. */
@Entity
@Table(name = "aftersales_repairs")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class RepairOrder {

  /** Where a repair stands; those from {@code REPAIRED} on are ends. */
  enum Status {
    OPEN, CHECKED, ARRANGED, ACCEPTED, DIAGNOSED, WORKED, TESTED, READY, HANDED_OVER, DECLINED_BY_CUSTOMER, UNREPAIRABLE, REPAIRED, DECLINED, TO_EXCHANGE, WITHDRAWN, CANCELLED;

    boolean isEnd() {
      return compareTo(REPAIRED) >= 0;
    }
  }

  /** After so many failed tests technical support is asked. */
  private static final int TESTS = 2;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String processInstanceId;
  private String caseNumber;
  private String repairNo;
  private Long unitId;
  private String customerCode;
  private String product;
  private String serialNumber;
  private String fault;
  private String faultKind;
  private String serviceKind;
  private String urgency;
  private String district;
  private Instant openedAt;
  private String checkedBy;
  private boolean customerFault;
  private LocalDate soldOn;
  private int warrantyDays;
  private String warrantyResult;
  private String payer;
  private int contractPercent;
  private String wantedPayer;
  private String overruleReason;
  private String overruledBy;
  private String overruleDecision;
  private String overruleAnswer;
  private String overruleCheckedBy;
  private String repairWay;
  private LocalDate promisedOn;
  private String address;
  private Instant appointment;
  private String receiptNo;
  private int dispatchRound;
  private String technician;
  private Instant acceptedAt;
  private int missedVisits;
  private String cause;
  private String causeCode;
  private BigDecimal travelKm;
  @Embedded
  private FeeRates rates = new FeeRates(null, 0, 0, 0, 0, 0);
  private BigDecimal estimate;
  private BigDecimal agreed;
  private String consent;
  private String consentBy;
  private Instant consentAt;
  private String supply;
  private String partsOrderNo;
  private LocalDate partsDueOn;
  private LocalDate partsReceivedOn;
  private BigDecimal labourHours;
  private String workResult;
  private String workDone;
  private Instant startedAt;
  private Instant finishedAt;
  private int failedTests;
  private String testedBy;
  private Instant testedAt;
  private String testFindings;
  private String supportSolution;
  private BigDecimal labourFee;
  private BigDecimal partsFee;
  private BigDecimal travelFee;
  private BigDecimal totalFee;
  private LocalDate paidOn;
  private String payWay;
  private String paymentReceipt;
  private String collectedBy;
  private int reminders;
  private String customerSign;
  private Instant signedAt;
  private String serviceRating;
  private String advice;
  private String handedOverBy;
  private String oldParts;
  private String summary;
  private int prolongedDays;
  private LocalDate newPromise;
  private String loan;
  private String loanUnit;
  private String withdrawal;
  @Enumerated(EnumType.STRING)
  private Status status = Status.OPEN;
  private Instant endedAt;
  @Version
  private int version;

  @ElementCollection
  @CollectionTable(name = "aftersales_repair_asks", joinColumns = @JoinColumn(name = "repair_id"))
  @OrderColumn(name = "position")
  @Getter(AccessLevel.NONE)
  private List<RepairAsk> asks = new ArrayList<>();
  @ElementCollection
  @CollectionTable(name = "aftersales_repair_parts", joinColumns = @JoinColumn(name = "repair_id"))
  @OrderColumn(name = "position")
  @Getter(AccessLevel.NONE)
  private List<RepairPart> parts = new ArrayList<>();

  /**
   * What a caller says of a repair; every text may be empty.
   *
   * @param customerCode null when the customer is anonymous
   */
  record Request(String processInstanceId, String caseNumber, String customerCode, String product, String serialNumber, LocalDate soldOn, String fault, String serviceKind, String urgency,
                 String district) {
  }

  RepairOrder(Request request, String repairNo, Instant openedAt) {
    processInstanceId = request.processInstanceId();
    caseNumber = request.caseNumber();
    customerCode = request.customerCode();
    product = request.product();
    serialNumber = request.serialNumber();
    soldOn = request.soldOn();
    fault = request.fault();
    serviceKind = request.serviceKind();
    urgency = request.urgency();
    district = request.district();
    this.repairNo = repairNo;
    this.openedAt = openedAt;
  }

  /** The unit as the check found it. */
  record Found(Long unitId, String product, String serialNumber, LocalDate soldOn, int warrantyDays, int contractPercent) {
  }

  void check(Found unit, String kind, boolean byCustomer, String by) {
    mustBe("check the unit", Status.OPEN);
    unitId = unit.unitId();
    product = unit.product();
    serialNumber = unit.serialNumber();
    soldOn = unit.soldOn();
    warrantyDays = unit.warrantyDays();
    contractPercent = unit.contractPercent();
    faultKind = kind;
    customerFault = byCustomer;
    checkedBy = by;
    status = Status.CHECKED;
  }

  /**
   * Notes what the table warranty says. A contract pays where the warranty does not; work for ourselves is free of charge.
   *
   * @param hasContract whether a service contract holds
   * @return who pays: {@code free}, {@code paid}, {@code contract}, {@code internal} or {@code exchange}
   */
  String decide(String result, boolean hasContract) {
    mustBe("decide who pays", Status.CHECKED);
    warrantyResult = result;
    payer = result;
    if ("paid".equals(result) && "internal".equals(serviceKind)) {
      payer = "internal";
    } else if ("paid".equals(result) && hasContract && !customerFault) {
      payer = "contract";
    }
    return payer;
  }

  /**
   * Notes way and promised date, and whether somebody overrules the table.
   *
   * @throws FactsRefused for a promised date in the past, an appointment after it, or a payer that the table gave anyway
   */
  void arrange(Arrangement arrangement, LocalDate today, LocalDate appointmentDay, String by) {
    mustBe("agree the way", Status.CHECKED, Status.ARRANGED);
    if (arrangement.promisedOn().isBefore(today)) {
      throw new FactsRefused("Promised date 約定交貨日期: it has passed already 日期已過");
    }
    if (appointmentDay != null && appointmentDay.isAfter(arrangement.promisedOn())) {
      throw new FactsRefused("Appointment 預約時間: it is after the promised date 晚於約定日期");
    }
    if (arrangement.overrule() && arrangement.newPayer().equals(payer)) {
      throw new FactsRefused("Pays 付費方: the rule says so anyway; overrule nothing. 與判定相同，無須推翻");
    }
    repairWay = arrangement.repairWay();
    promisedOn = arrangement.promisedOn();
    district = arrangement.district() == null ? district : arrangement.district();
    address = arrangement.address();
    appointment = arrangement.appointment() == null ? null : arrangement.appointment().toInstant();
    receiptNo = arrangement.receiptNo();
    wantedPayer = arrangement.overrule() ? arrangement.newPayer() : null;
    overruleReason = arrangement.overrule() ? arrangement.overruleReason() : null;
    overruledBy = arrangement.overrule() ? by : null;
    status = Status.ARRANGED;
  }

  /**
   * A second person confirms that the table is overruled, or refuses.
   *
   * @throws IllegalStateException when the same person overruled it
   */
  void confirmPayer(boolean confirmed, String answer, String by) {
    mustBe("confirm the payer", Status.ARRANGED);
    if (wantedPayer == null || overruleDecision != null || Objects.equals(by, overruledBy)) {
      throw new IllegalStateException(repairNo + " has nothing that " + by + " could confirm.");
    }
    overruleDecision = confirmed ? "confirmed" : "refused";
    overruleAnswer = answer;
    overruleCheckedBy = by;
    payer = confirmed ? wantedPayer : payer;
  }

  /** A new proposal of technicians. */
  void beginRound() {
    mustBe("propose technicians", Status.ARRANGED);
    dispatchRound++;
    technician = null;
  }

  void ask(String person, Instant when) {
    mustBe("ask a technician", Status.ARRANGED);
    technician = person;
    asks.add(new RepairAsk(dispatchRound, person, when));
  }

  /** Whom the running round asked already. */
  Set<String> askedInRound() {
    return asks.stream().filter(ask -> ask.getDispatchRound() == dispatchRound).map(RepairAsk::getTechnician).collect(Collectors.toSet());
  }

  /**
   * Notes the answer of the technician who was asked last.
   *
   * @param answer {@code accept}, {@code refuse} or {@code silent}
   */
  void answer(String answer, String reason, Instant when) {
    mustBe("note a technician's answer", Status.ARRANGED);
    asks.get(asks.size() - 1).answer(answer, reason);
    if ("accept".equals(answer)) {
      acceptedAt = when;
      status = Status.ACCEPTED;
    }
  }

  /**
   * Takes the findings, or notes a visit in vain.
   *
   * @throws FactsRefused for a new visit in the past
   */
  void diagnose(Diagnosis diagnosis, Instant now) {
    mustBe("diagnose", Status.ACCEPTED, Status.DIAGNOSED, Status.WORKED);
    if (diagnosis.isInVain()) {
      if (!diagnosis.newVisit().toInstant().isAfter(now)) {
        throw new FactsRefused("New visit 再次上門: it must be in the future 須晚於現在");
      }
      missedVisits++;
      return;
    }
    cause = diagnosis.cause();
    causeCode = diagnosis.causeCode();
    if (isRepairable(diagnosis)) {
      travelKm = diagnosis.travelKm();
      labourHours = diagnosis.labourHours();
      parts.clear();
      rows(diagnosis.parts()).forEach(row -> parts.add(new RepairPart(row, false)));
    }
    status = Status.DIAGNOSED;
  }

  static boolean isRepairable(Diagnosis diagnosis) {
    return "yes".equals(diagnosis.repairable());
  }

  private static List<RepairPart.Row> rows(List<RepairPart.Row> rows) {
    return rows == null ? List.of() : rows;
  }

  /**
   * Takes the estimate.
   *
   * @return whether the customer must agree to it: at first, and again above the tolerance
   */
  boolean estimate(FeeRates newRates) {
    mustBe("estimate", Status.DIAGNOSED);
    rates = newRates;
    estimate = reckon(newRates, labourHours, parts).total();
    return estimate.signum() > 0 && (agreed == null || estimate.compareTo(newRates.covered(agreed)) > 0);
  }

  private Fee reckon(FeeRates by, BigDecimal hours, List<RepairPart> goods) {
    return by.fee(hours == null ? BigDecimal.ZERO : hours, goods, travelKm == null ? BigDecimal.ZERO : travelKm, missedVisits + 1, contractPercent);
  }

  /** The customer's word on the estimate; null is silence, which counts as a no. */
  void consent(Boolean yes, String who, Instant when) {
    mustBe("note the customer's answer", Status.DIAGNOSED);
    consent = yes == null ? "silent" : yes ? "yes" : "no";
    consentBy = who;
    consentAt = when;
    if (Boolean.TRUE.equals(yes)) {
      agreed = estimate;
    } else {
      status = Status.DECLINED_BY_CUSTOMER;
    }
  }

  boolean needsParts() {
    return parts.stream().anyMatch(part -> !part.isUsed());
  }

  /**
   * Notes what the warehouse drew or ordered.
   *
   * @throws FactsRefused for an expected day that has passed
   */
  void supply(PartsSupply parcel, LocalDate today) {
    mustBe("note parts", Status.DIAGNOSED);
    if (parcel.expectedOn() != null && parcel.expectedOn().isBefore(today)) {
      throw new FactsRefused("Expected on 預計到貨: it has passed already 日期已過");
    }
    supply = parcel.supply();
    partsOrderNo = parcel.orderNo();
    partsDueOn = parcel.expectedOn();
  }

  void receiveParts(LocalDate day) {
    mustBe("receive parts", Status.DIAGNOSED);
    partsReceivedOn = day;
  }

  /**
   * Notes that the customer was told of a delay.
   *
   * @throws FactsRefused for urgent work without the offer of a loan unit
   */
  void delay(Delay delay) {
    if ("urgent".equals(urgency) && "notOffered".equals(delay.loan())) {
      throw new FactsRefused("Loan unit 備用機: urgent work: offer one 加急維修須提供備用機");
    }
    newPromise = delay.newDate();
    loan = delay.loan();
    loanUnit = delay.loanUnit() == null ? loanUnit : delay.loanUnit();
  }

  /**
   * Takes the work that was done.
   *
   * @throws FactsRefused when it ended before it began, or costs more than the customer agreed to
   */
  void work(Work work) {
    mustBe("note work", Status.DIAGNOSED, Status.WORKED, Status.TESTED);
    workResult = work.result();
    workDone = work.work();
    status = Status.WORKED;
    if (!isDone()) {
      return;
    }
    if (work.finishedAt().isBefore(work.startedAt())) {
      throw new FactsRefused("Finished 完成時間: it is before the start 早於開始時間");
    }
    List<RepairPart> goods = rows(work.parts()).stream().map(row -> new RepairPart(row, true)).toList();
    mustBeCovered(work.labourHours(), goods);
    startedAt = work.startedAt().toInstant();
    finishedAt = work.finishedAt().toInstant();
    labourHours = work.labourHours();
    parts.removeIf(RepairPart::isUsed);
    parts.addAll(goods);
  }

  private boolean isDone() {
    return "fixed".equals(workResult) || "partly".equals(workResult);
  }

  private void mustBeCovered(BigDecimal hours, List<RepairPart> goods) {
    if (!isCharged()) {
      return;
    }
    if (rates.payBasis() == null) {
      throw new FactsRefused("Result 維修結果: there is no estimate yet; report that more is needed. 尚無估價，請報增項");
    }
    BigDecimal actual = reckon(rates, hours, goods).total();
    BigDecimal limit = rates.covered(agreed == null ? BigDecimal.ZERO : agreed);
    if (actual.compareTo(limit) > 0) {
      throw new FactsRefused("Parts, hours 配件、工時: %s 元 is more than the customer agreed to (%s 元); report that more is needed. 超出客戶同意額，請先報增項"
          .formatted(actual.toPlainString(), limit.toPlainString()));
    }
  }

  private boolean isCharged() {
    return "paid".equals(payer) || "contract".equals(payer);
  }

  /**
   * Takes a test.
   *
   * @return {@code passed}, {@code again} or {@code failedTwice}
   */
  String test(TestReport report, String by, Instant when) {
    mustBe("test", Status.WORKED);
    testedBy = report.testedBy() == null ? by : report.testedBy();
    testedAt = when;
    testFindings = report.findings();
    status = Status.TESTED;
    if ("pass".equals(report.verdict())) {
      return "passed";
    }
    failedTests++;
    return failedTests % TESTS == 0 ? "failedTwice" : "again";
  }

  /** What technical support found. */
  void support(String solution) {
    mustBe("note the solution", Status.DIAGNOSED, Status.WORKED, Status.TESTED);
    supportSolution = solution;
  }

  void unrepairable() {
    mustBe("give up", Status.DIAGNOSED, Status.WORKED, Status.TESTED);
    status = Status.UNREPAIRABLE;
  }

  /** The terms that the customer agreed to; without an estimate the ones that the table gives now. */
  Fee charge(FeeRates now) {
    mustBe("charge", Status.TESTED);
    Fee fee = reckon(rates.payBasis() == null ? now : rates, labourHours, parts.stream().filter(RepairPart::isUsed).toList());
    labourFee = fee.labour();
    partsFee = fee.parts();
    travelFee = fee.travel();
    totalFee = fee.total();
    status = Status.READY;
    return fee;
  }

  void collect(Collection payment, String by) {
    mustBe("collect", Status.READY);
    payWay = payment.way();
    paidOn = payment.paidOn();
    paymentReceipt = payment.receiptNo();
    collectedBy = by;
  }

  void remind() {
    reminders++;
  }

  void handOver(Signature signature, String by) {
    mustBe("hand over", Status.READY, Status.DECLINED_BY_CUSTOMER, Status.HANDED_OVER);
    customerSign = signature.customerSign();
    signedAt = signature.signedAt().toInstant();
    serviceRating = signature.serviceRating();
    advice = signature.advice();
    handedOverBy = by == null ? handedOverBy : by;
    status = status == Status.READY ? Status.HANDED_OVER : status;
  }

  /**
   * Closes the report.
   *
   * @param days calendar days in repair, by which the warranty is prolonged
   */
  void report(RepairForms.Report report, int days) {
    mustBe("close the report", Status.HANDED_OVER);
    oldParts = report.oldParts();
    summary = report.summary();
    prolongedDays = days;
  }

  boolean isDeclined() {
    return status == Status.DECLINED_BY_CUSTOMER;
  }

  boolean isUnrepairable() {
    return status == Status.UNREPAIRABLE;
  }

  /** How the order ends by what was done so far. */
  Status outcome() {
    return switch (status) {
      case DECLINED_BY_CUSTOMER -> Status.DECLINED;
      case UNREPAIRABLE -> Status.TO_EXCHANGE;
      case HANDED_OVER -> Status.REPAIRED;
      default -> Status.CANCELLED;
    };
  }

  void withdraw(String words) {
    mustBe("withdraw", Status.OPEN, Status.CHECKED, Status.ARRANGED);
    withdrawal = words;
  }

  void end(Status end, Instant when) {
    if (status.isEnd()) {
      throw new IllegalStateException(repairNo + " has ended already: " + status);
    }
    status = end;
    endedAt = when;
  }

  List<RepairPart> getParts() {
    return List.copyOf(parts);
  }

  List<RepairAsk> getAsks() {
    return List.copyOf(asks);
  }

  private void mustBe(String what, Status... allowed) {
    if (!Arrays.asList(allowed).contains(status)) {
      throw new IllegalStateException("Cannot " + what + ": " + repairNo + " is " + status + ".");
    }
  }
}
