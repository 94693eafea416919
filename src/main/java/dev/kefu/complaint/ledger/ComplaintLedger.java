package dev.kefu.complaint.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The complaint ledger 投訴台帳, for procedures that a complaint calls; always inside the transaction of their step. */
public interface ComplaintLedger {

  /**
   * The goods that a complaint is about; what was not named is null.
   *
   * @throws IllegalStateException when the ledger has no such complaint
   */
  Goods goodsOf(long complaintId);

  /** Raises the grade, with the time that it promises for the solution; a grade as high or higher stays. */
  void raise(long complaintId, String severity);

  /**
   * Notes whether the complaint is founded, the code of the cause, and the code of the department that is liable.
   *
   * @param founded {@code founded}, {@code partly} or {@code unfounded}
   * @param causeCategory null when unfounded
   * @param department null when unfounded
   */
  void judge(long complaintId, String founded, String causeCategory, String department);

  /** Notes the approved remedies and their amount in yuan; their execution begins, and the complaint is not withdrawn any more. */
  void approveRemedy(long complaintId, List<String> remedies, BigDecimal amount);

  /**
   * Goods that a complaint is about.
   *
   * @param quantity pieces
   */
  record Goods(String product, String orderNo, String batchNo, BigDecimal quantity, LocalDate shippedOn) {
  }
}
