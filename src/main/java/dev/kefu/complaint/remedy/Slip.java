package dev.kefu.complaint.remedy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.List;

/**
 * The form complaint-remedy-write-slip: the return, exchange and allowance slip (F77).
 *
 * @param returnCause {@code late}, {@code sales}, {@code quality} or {@code other}
 * @param rows goods, one line for each product and batch
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Slip(String orderNo, String invoiceNo, String returnCause, List<Row> rows) {

  /**
   * A line.
   *
   * @param kind code of the branch: {@code return}, {@code exchange}, {@code allowance} or {@code recall}
   * @param unitPrice yuan
   * @param amount yuan, at most quantity × unit price
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Row(String kind, String product, String batch, BigDecimal quantity, BigDecimal unitPrice, BigDecimal amount) {
  }
}
