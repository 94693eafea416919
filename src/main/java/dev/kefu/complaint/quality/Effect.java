package dev.kefu.complaint.quality;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;

/**
 * The form quality-complaint-effect-confirm-effect.
 *
 * @param batches the next three
 * @param effectCheck {@code effective} or {@code ineffective}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Effect(List<Row> batches, String effectCheck) {

  /** A batch. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Row(String batch, LocalDate checkedOn, boolean recurred) {
  }

  boolean isEffective() {
    return "effective".equals(effectCheck);
  }
}
