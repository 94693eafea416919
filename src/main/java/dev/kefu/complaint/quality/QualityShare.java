package dev.kefu.complaint.quality;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** What a department or a person answers for, and the loss in yuan that falls on it. */
@Embeddable
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class QualityShare {

  private String department;
  private String person;
  private BigDecimal share;
  private BigDecimal loss;

  QualityShare(Judgement.Row row, BigDecimal loss) {
    department = row.department();
    person = row.person();
    share = row.share();
    this.loss = loss;
  }

  /** For people. */
  String line() {
    return "- %s%s: %s %%, %s 元".formatted(Department.of(department).title(), person == null || person.isBlank() ? "" : ", " + person, share.stripTrailingZeros().toPlainString(),
        loss.toPlainString());
  }
}
