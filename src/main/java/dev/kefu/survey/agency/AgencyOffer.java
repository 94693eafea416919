package dev.kefu.survey.agency;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** What an agency answered, and how it was scored. */
@Embeddable
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class AgencyOffer {

  private String agency;
  private boolean declined;
  private BigDecimal price;
  private LocalDate deliveryOn;
  private String email;
  private String workPlan;
  private LocalDate answeredOn;
  private boolean valid;
  private Integer methodMark;
  private Integer experienceMark;
  private Integer timeMark;
  private Integer qualityMark;
  private BigDecimal methodPoints;
  private BigDecimal experiencePoints;
  private BigDecimal pricePoints;
  private BigDecimal timePoints;
  private BigDecimal qualityPoints;

  AgencyOffer(String agency, Offering offering, LocalDate answeredOn) {
    this.agency = agency;
    this.declined = offering.declines();
    this.price = offering.price();
    this.deliveryOn = offering.deliveryOn();
    this.email = offering.email();
    this.workPlan = offering.plan();
    this.answeredOn = answeredOn;
  }

  void score(Scoring.Line line) {
    valid = line.valid();
    methodMark = line.method();
    experienceMark = line.experience();
    timeMark = line.time();
    qualityMark = line.quality();
    methodPoints = null;
    experiencePoints = null;
    pricePoints = null;
    timePoints = null;
    qualityPoints = null;
  }

  /** Takes the points of the table by criterion. */
  void reckon(Map<String, BigDecimal> points) {
    methodPoints = rounded(points.get("method"));
    experiencePoints = rounded(points.get("experience"));
    pricePoints = rounded(points.get("price"));
    timePoints = rounded(points.get("time"));
    qualityPoints = rounded(points.get("quality"));
  }

  BigDecimal total() {
    return Stream.of(methodPoints, experiencePoints, pricePoints, timePoints, qualityPoints).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal rounded(BigDecimal points) {
    return points == null ? null : points.setScale(2, RoundingMode.HALF_UP);
  }
}
