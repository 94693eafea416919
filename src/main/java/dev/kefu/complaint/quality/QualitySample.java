package dev.kefu.complaint.quality;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A sample that was taken. */
@Embeddable
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class QualitySample {

  private String sampleNo;
  private int pieces;
  private String place;
  private LocalDate takenOn;
  private String takenBy;
  private String state;

  QualitySample(Sampling.Row row, Sampling sampling, String by) {
    sampleNo = row.sampleNo();
    pieces = row.pieces();
    state = row.state();
    place = sampling.place();
    takenOn = sampling.takenOn();
    takenBy = by;
  }
}
