package dev.kefu.survey.study;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A frozen figure of a survey. */
@Embeddable
@Getter
@AllArgsConstructor
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Result {

  /** What it belongs to. */
  enum Sort { COUNT, CROSS, SCORE }

  @Enumerated(EnumType.STRING)
  private Sort sort;
  private String item;
  private String choice;
  private Long counted;
  private BigDecimal percent;
  private BigDecimal score;
}
