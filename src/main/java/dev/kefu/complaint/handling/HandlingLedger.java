package dev.kefu.complaint.handling;

import dev.kefu.calendar.TimeSpan;
import dev.kefu.calendar.WorkingCalendar;
import dev.kefu.complaint.ledger.ComplaintLedger;
import dev.kefu.deadline.Deadlines;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the quality procedure finds, in the ledger of complaint-handling. */
@Component
@RequiredArgsConstructor
@Transactional
class HandlingLedger implements ComplaintLedger {

  private static final String UNFOUNDED = "unfounded";

  private final Complaints complaints;
  private final Deadlines deadlines;
  private final WorkingCalendar calendar;
  private final Clock clock;

  @Override
  public Goods goodsOf(long complaintId) {
    ComplaintCase complaint = complaints.get(complaintId);
    return new Goods(complaint.getProduct(), complaint.getOrderNo(), complaint.getBatchNo(), complaint.getQuantity(), complaint.getShippedOn());
  }

  @Override
  public void raise(long complaintId, String severity) {
    TimeSpan time = deadlines.spanOf("complaint-handling-solution", "offer", severity)
        .orElseThrow(() -> new IllegalStateException("The table complaint-deadlines has no time for offer and " + severity + "."));
    ComplaintCase complaint = complaints.get(complaintId);
    complaint.raise(severity, calendar.due(complaint.getReceivedAt(), time));
  }

  @Override
  public void judge(long complaintId, String founded, String causeCategory, String department) {
    ComplaintCase complaint = complaints.get(complaintId);
    complaint.investigate(founded, causeCategory);
    if (!UNFOUNDED.equals(founded)) {
      complaint.holdLiable(department);
    }
  }

  @Override
  public void approveRemedy(long complaintId, List<String> remedies, BigDecimal amount) {
    ComplaintCase complaint = complaints.get(complaintId);
    complaint.propose(remedies, amount);
    complaint.solve("remedied", clock.instant());
  }
}
