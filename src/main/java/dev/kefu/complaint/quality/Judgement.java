package dev.kefu.complaint.quality;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.List;

/**
 * The form quality-complaint-inquiry-judge. Money is yuan.
 *
 * @param goodsValue of the goods concerned
 * @param stock good pieces in stock
 * @param treatment of the goods: {@code allowance}, {@code returned} or {@code none}
 * @param allowanceLoss null unless an allowance is granted
 * @param resold whether returned goods are sold again
 * @param resalePrice null unless they are
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Judgement(BigDecimal goodsValue, BigDecimal stock, boolean customerAgrees, String treatment, BigDecimal allowanceLoss, boolean resold, BigDecimal resalePrice,
                 BigDecimal otherLoss, List<Row> shares, String reasons) {

  /**
   * Who bears how much.
   *
   * @param department code
   * @param person null when the department as such bears it
   * @param share per cent
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Row(String department, String person, BigDecimal share) {
  }

  /**
   * The form quality-complaint-inquiry-judge-quality-department.
   *
   * @param defectRate per cent of the batch
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Opinion(BigDecimal defectRate, boolean danger, String opinion) {
  }
}
