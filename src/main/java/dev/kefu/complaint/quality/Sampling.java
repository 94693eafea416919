package dev.kefu.complaint.quality;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;

/**
 * The form quality-complaint-inquiry-sample.
 *
 * @param place code of where the samples were taken
 * @param sampledBatch number on the samples
 * @param batchHeld whether the same batch is held
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Sampling(LocalDate takenOn, String place, String sampledBatch, List<Row> samples, boolean batchHeld) {

  /** A sample. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Row(String sampleNo, int pieces, String state) {
  }
}
