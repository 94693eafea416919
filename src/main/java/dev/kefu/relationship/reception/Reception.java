package dev.kefu.relationship.reception;

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
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** One reception of visiting customers, from the request to what it cost (P41). */
@Entity
@Table(name = "relationship_receptions")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Reception {

  /** Where it stands; the last four are ends. */
  enum Status {
    REQUESTED, ARRANGED, RECEIVED, RECORDED, COMPLETED, REJECTED, WITHDRAWN, CANCELLED;

    boolean isEnd() {
      return compareTo(RECORDED) > 0;
    }
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String caseNumber;
  private String processInstanceId;
  private String starter;
  private String customerCode;
  private Instant receptionAt;
  private int guests;
  private String purposes;
  private String levelAsked;
  private String levelFixed;
  private String receiverRole;
  private String costBearing;
  private BigDecimal budget;
  private boolean unannounced;
  private String oralApprovedBy;
  private Instant oralApprovedAt;
  private Instant receivedAt;
  private String receivedBy;
  private Integer actualPersons;
  private Integer satisfaction;
  private BigDecimal paidAmount;
  private BigDecimal actualCost;
  @Enumerated(EnumType.STRING)
  private Status status = Status.REQUESTED;
  private Instant openedAt;
  private Instant endedAt;
  @Version
  private int version;

  Reception(String caseNumber, String processInstanceId, String starter, Instant openedAt) {
    this.caseNumber = caseNumber;
    this.processInstanceId = processInstanceId;
    this.starter = starter;
    this.openedAt = openedAt;
  }

  /** Takes over a request, at first or after it was returned. */
  void request(String customer, ReceptionRequest request) {
    must(Status.REQUESTED, Status.REQUESTED);
    customerCode = customer;
    receptionAt = request.receptionTime().toInstant();
    guests = request.guests().size();
    purposes = String.join(",", request.purpose());
    levelAsked = request.level();
    budget = request.total();
    unannounced = request.unannounced();
    oralApprovedBy = request.oralApprovedBy();
    oralApprovedAt = request.oralApprovedAt() == null ? null : request.oralApprovedAt().toInstant();
  }

  /** Takes over what the table fixed. */
  void fix(String level, String receiver, String whoPays) {
    must(Status.REQUESTED, Status.REQUESTED);
    levelFixed = level;
    receiverRole = receiver;
    costBearing = whoPays;
  }

  /** Car, hotel and programme are arranged. */
  void arrange() {
    must(Status.REQUESTED, Status.ARRANGED);
    status = Status.ARRANGED;
  }

  /** The guests were received; a correction says it again. */
  void receive(Instant when, String who, int persons, int howSatisfied) {
    must(Status.ARRANGED, Status.RECORDED);
    receivedAt = when;
    receivedBy = who == null ? receivedBy : who;
    actualPersons = persons;
    satisfaction = howSatisfied;
    status = status == Status.RECORDED ? status : Status.RECEIVED;
  }

  /** What it cost, and what was paid of a claim. */
  void record(BigDecimal cost, BigDecimal paid) {
    must(Status.RECEIVED, Status.RECORDED);
    actualCost = cost;
    paidAmount = paid;
    status = Status.RECORDED;
  }

  /**
   * Ends it; repeating the same end changes nothing.
   *
   * @throws IllegalStateException when it ended otherwise, or is to be completed without a record
   */
  void end(Status outcome, Instant when) {
    if (status == outcome) {
      return;
    }
    if (status.isEnd() || outcome == Status.COMPLETED && status != Status.RECORDED) {
      throw new IllegalStateException("Cannot end as " + outcome + ": reception " + caseNumber + " is " + status + ".");
    }
    status = outcome;
    endedAt = when;
  }

  private void must(Status least, Status most) {
    if (status.compareTo(least) < 0 || status.compareTo(most) > 0) {
      throw new IllegalStateException("Reception " + caseNumber + " is " + status + ", not " + least + (least == most ? "." : " to " + most + "."));
    }
  }
}
