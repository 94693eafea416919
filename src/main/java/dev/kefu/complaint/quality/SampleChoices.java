package dev.kefu.complaint.quality;

import java.util.Map;
import org.camunda.spin.Spin;

/** What the steps after the sampling read of the samples. */
final class SampleChoices {

  private SampleChoices() {
  }

  /** Variables of the case: the batch, the samples to choose from, and the samples in words. */
  static Map<String, Object> of(QualityCase quality) {
    return Map.of("sampledBatch", quality.getSampledBatch(),
        "sampleChoices", Spin.JSON(quality.getSamples().stream().map(sample -> Map.of("value", sample.getSampleNo(), "label", sample.getSampleNo())).toList()),
        "sampleFacts", "Samples of batch 樣品批號 " + quality.getSampledBatch() + ":\n"
            + Words.lines(quality.getSamples(), sample -> "- " + sample.getSampleNo() + ", " + sample.getTakenOn() + ", " + sample.getPieces()));
  }
}
