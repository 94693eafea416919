package dev.kefu.survey.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** What a department needs to know. */
@Entity
@Table(name = "survey_plan_needs")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@AllArgsConstructor
class SurveyNeed {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private long planId;
  private String department;
  private String question;
  private String purpose;
  private LocalDate neededBy;
  private String readers;
  @Column(name = "frequency")
  private String cycle;
  private String saidBy;

  /** In words. */
  String facts() {
    return "**%s:** %s · %s%s%s%s".formatted(PlanWords.DEPARTMENTS.getOrDefault(department, department), question, purpose, neededBy == null ? "" : " · by 需要日期 " + neededBy,
        readers.isEmpty() ? "" : " · for 使用人 " + readers, cycle == null ? "" : " · each 周期 " + PlanWords.CYCLES.get(cycle));
  }
}
