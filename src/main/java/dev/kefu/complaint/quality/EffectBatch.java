package dev.kefu.complaint.quality;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A batch after a correction, and whether the defect came again. */
@Embeddable
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class EffectBatch {

  @Column(name = "round_no")
  private int round;
  private String batchNo;
  private LocalDate checkedOn;
  private String checkedBy;
  private boolean recurred;

  EffectBatch(int round, Effect.Row row, String by) {
    this.round = round;
    batchNo = row.batch();
    checkedOn = row.checkedOn();
    recurred = row.recurred();
    checkedBy = by;
  }
}
