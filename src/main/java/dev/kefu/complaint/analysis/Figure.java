package dev.kefu.complaint.analysis;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A line of one of the tables that an analysis presents, as it was counted. */
@Embeddable
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@AllArgsConstructor(access = AccessLevel.PACKAGE)
class Figure {

  @Column(name = "grouping_id")
  private String grouping;
  private String item;
  private String label;
  private int cases;
  private BigDecimal share;
  private BigDecimal growth;
}
