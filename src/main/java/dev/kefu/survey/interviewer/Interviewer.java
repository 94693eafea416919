package dev.kefu.survey.interviewer;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** An applicant for part-time work in a survey, and what became of it. */
@Entity
@Table(name = "survey_interviewers")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Interviewer {

  private static final BigDecimal HUNDRED = new BigDecimal("100");

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  @ManyToOne(optional = false)
  @JoinColumn(name = "recruitment_id")
  @Getter(AccessLevel.NONE)
  private Recruitment recruitment;
  private String name;
  private String phone;
  private String education;
  private int interviewScore;
  private boolean picked;
  private Integer testMark;
  private boolean undertaking;
  private Integer assigned;
  private Integer validAnswers;
  private Integer invalidAnswers;
  private boolean redone;
  private BigDecimal pay;
  private String rating;
  private Instant settledAt;

  Interviewer(Recruitment recruitment, Applicants.Row row) {
    this.recruitment = recruitment;
    this.name = row.name().strip();
    this.phone = row.phone();
    this.education = row.education();
    this.interviewScore = row.interviewScore();
  }

  void pick(boolean isPicked) {
    picked = isPicked;
  }

  void mark(int mark) {
    testMark = mark;
  }

  void engage(int questionnaires) {
    undertaking = true;
    assigned = questionnaires;
  }

  void settle(int valid, int invalid, BigDecimal amount, String howGood, Instant when) {
    redone = redone || settledAt != null;
    validAnswers = valid;
    invalidAnswers = invalid;
    pay = amount;
    rating = howGood;
    settledAt = when;
  }

  /** Invalid of all answers, per cent; zero of none. */
  static BigDecimal invalidShare(int valid, int invalid) {
    return valid + invalid == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(invalid).multiply(HUNDRED).divide(BigDecimal.valueOf(valid + (long) invalid), 1, RoundingMode.HALF_UP);
  }
}
