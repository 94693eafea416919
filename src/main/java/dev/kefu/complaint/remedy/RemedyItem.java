package dev.kefu.complaint.remedy;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** One branch of a remedy, from its promise to its end. Only its {@link RemedyOrder} changes it. */
@Entity
@Table(name = "complaint_remedy_items")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class RemedyItem {

  /** Where a branch stands; the last two are ends. */
  enum Status {
    PROMISED, UNDER_WAY, DONE, REFUSED
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  @Enumerated(EnumType.STRING)
  private Branch branch;
  @Enumerated(EnumType.STRING)
  private Status status = Status.PROMISED;
  private BigDecimal amount;
  private String certificate;
  private String reference;
  private LocalDate preparedOn;
  private String preparedBy;
  private LocalDate doneOn;
  private String doneBy;
  private String note;

  RemedyItem(Branch branch) {
    this.branch = branch;
  }

  boolean hasEnded() {
    return status == Status.DONE || status == Status.REFUSED;
  }

  /** Shipped, picked up or signed. */
  void prepare(Trace trace, LocalDate on) {
    mustRun("carry out");
    status = Status.UNDER_WAY;
    preparedOn = on;
    preparedBy = trace.by();
    reference = trace.reference() == null ? reference : trace.reference();
  }

  void finish(Trace trace, LocalDate on) {
    mustRun("finish");
    status = Status.DONE;
    doneOn = on;
    doneBy = trace.by();
    reference = trace.reference() == null ? reference : trace.reference();
  }

  void value(BigDecimal value, String proof) {
    amount = value;
    certificate = proof;
  }

  void note(String text) {
    note = text;
  }

  void refuse(String reason, String by) {
    mustRun("refuse");
    status = Status.REFUSED;
    note = reason;
    doneBy = by;
  }

  /** The day of what was done last, corrected. */
  void correct(LocalDate on) {
    if (status == Status.DONE) {
      doneOn = on;
    } else {
      preparedOn = on;
    }
  }

  private void mustRun(String action) {
    if (hasEnded()) {
      throw new IllegalStateException("Cannot " + action + ": " + branch + " has ended as " + status + ".");
    }
  }

  /**
   * Who left which trace.
   *
   * @param by user id, or null when a job did it
   * @param reference number of the paper, or null
   */
  record Trace(String by, String reference) {

    static Trace by(String user) {
      return new Trace(user, null);
    }
  }
}
