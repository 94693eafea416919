package dev.kefu.complaint.quality;

import dev.kefu.engine.FactsRefused;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A batch that is held because of a quality complaint, until it is released or scrapped by the outcome. Quantities are pieces. */
@Entity
@Table(name = "complaint_batch_holds")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class BatchHold {

  /** Where a held batch stands; the last three are ends. */
  enum Status {
    HELD, BLOCKED, DECIDED, RELEASED, SCRAPPED, CANCELLED
  }

  /** What is done with a held batch. */
  enum Disposal {
    RELEASE("release, no fault 放行"), REWORK("rework, then release 返工後放行"), SCRAP("scrap 報廢");

    private final String title;

    Disposal(String title) {
      this.title = title;
    }
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private long qualityId;
  private String processInstanceId;
  private String caseNumber;
  private String batchNo;
  private String product;
  private Instant heldAt;
  private String heldBy;
  private BigDecimal quantity;
  private String place;
  private LocalDate blockedOn;
  private String blockedBy;
  @Enumerated(EnumType.STRING)
  private Disposal disposal;
  private String reason;
  private String decidedBy;
  private Instant decidedAt;
  private BigDecimal released;
  private BigDecimal scrapped;
  private LocalDate doneOn;
  private String doneBy;
  @Enumerated(EnumType.STRING)
  private Status status = Status.HELD;
  private Instant endedAt;
  @Version
  private int version;

  BatchHold(QualityCase quality, String by, Instant when) {
    qualityId = quality.getId();
    batchNo = quality.getSampledBatch();
    product = quality.getProduct();
    heldBy = by;
    heldAt = when;
  }

  /** Ties the hold to its own case. */
  void openedAs(String instance, String number) {
    processInstanceId = instance;
    caseNumber = number;
  }

  /** Takes what the warehouse blocked, at first or corrected. */
  void block(BigDecimal pieces, String where, LocalDate on, String by) {
    mustBe("block", Status.HELD, Status.BLOCKED);
    quantity = pieces;
    place = where;
    blockedOn = on;
    blockedBy = by;
    status = Status.BLOCKED;
  }

  /**
   * Decides by the outcome of the complaint, at first or corrected: no fault, release; our fault, rework or scrap. Where the complaint ended before it
   * was tested, any decision may be made.
   *
   * @throws FactsRefused before the outcome, or against it
   */
  void decide(Disposal newDisposal, String why, QualityCase outcome, String by, Instant when) {
    mustBe("decide on", Status.BLOCKED, Status.DECIDED);
    if (!outcome.isDecided()) {
      throw new FactsRefused("Disposal 處置: the outcome of %s is still open 投訴 %s 尚無結論".formatted(outcome.getCaseNumber(), outcome.getCaseNumber()));
    }
    if (outcome.getFault() == Fault.OURS && newDisposal == Disposal.RELEASE) {
      throw new FactsRefused("Disposal 處置: the batch is faulty; rework or scrap it 該批不合格，須返工或報廢");
    }
    if (outcome.getFault() == Fault.NOT_OURS && newDisposal != Disposal.RELEASE) {
      throw new FactsRefused("Disposal 處置: the batch is not at fault; release it 該批無責，應予放行");
    }
    disposal = newDisposal;
    reason = why;
    decidedBy = by;
    decidedAt = when;
    status = Status.DECIDED;
  }

  /**
   * Notes what was released and scrapped.
   *
   * @throws FactsRefused when the quantities are not those that were blocked, or against the decision
   */
  void settle(BigDecimal free, BigDecimal waste, LocalDate on, String by) {
    mustBe("settle", Status.DECIDED);
    if (free.add(waste).compareTo(quantity) != 0) {
      throw new FactsRefused("Quantity released 放行數量, quantity scrapped 報廢數量: together %s pieces were blocked 合計須為封存數量 %s".formatted(number(quantity), number(quantity)));
    }
    if (disposal == Disposal.SCRAP && free.signum() > 0 || disposal == Disposal.RELEASE && waste.signum() > 0) {
      throw new FactsRefused("Quantity released 放行數量, quantity scrapped 報廢數量: the decision is %s 處置決定為 %s".formatted(disposal.title, disposal.title));
    }
    released = free;
    scrapped = waste;
    doneOn = on;
    doneBy = by;
  }

  /** Ends the hold; repeating the same end changes nothing. */
  void end(Status outcome, Instant when) {
    if (status == outcome) {
      return;
    }
    mustBe("end", Status.HELD, Status.BLOCKED, Status.DECIDED);
    if (outcome != Status.CANCELLED && (doneOn == null || outcome == Status.SCRAPPED != (disposal == Disposal.SCRAP))) {
      throw new IllegalStateException("The batch " + batchNo + " cannot end as " + outcome + ": it is " + status + ", decided " + disposal + ".");
    }
    status = outcome;
    endedAt = when;
  }

  /** For people. */
  String blockedFacts() {
    return "Blocked 已封存: %s, %s, %s".formatted(number(quantity), place, blockedOn);
  }

  /** For people. */
  String disposalFacts() {
    return "Decided 處置決定: %s. %s".formatted(disposal.title, reason);
  }

  static Disposal disposalOf(String code) {
    return Disposal.valueOf(code.toUpperCase(Locale.ROOT));
  }

  private static String number(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private void mustBe(String action, Status... allowed) {
    if (!List.of(allowed).contains(status)) {
      throw new IllegalStateException("Cannot " + action + " the batch " + batchNo + ": it is " + status + ", not " + List.of(allowed) + ".");
    }
  }
}
