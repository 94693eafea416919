package dev.kefu.complaint.handling;

import dev.kefu.complaint.handling.NoteComplaintReportDelegate.Share;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** What a department or a person answers for by the report of a complaint, and the loss in yuan that falls on it. */
@Embeddable
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class LossShare {

  private String department;
  private String person;
  private BigDecimal share;
  private BigDecimal loss;

  LossShare(Share row, BigDecimal loss) {
    department = row.department();
    person = row.person();
    share = row.share();
    this.loss = loss;
  }
}
