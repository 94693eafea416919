package dev.kefu.survey.study;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The form customer-survey-planning-plan: art. 7.
 *
 * @param interviewersNeeded null unless part-time interviewers are needed
 * @param trainingPlan null unless somebody needs training
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record SurveyPlan(List<Goal> surveyGoals, List<Data> sources, List<String> methods, String leader, LocalDate fieldEnd, Integer interviewersNeeded, List<Stage> schedule, List<Member> members, String trainingPlan,
                  List<Cost> budget, String costControl) {

  BigDecimal total() {
    return budget.stream().map(Cost::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What the form cannot see; empty when nothing is wrong. */
  List<String> problems(LocalDate reportDate, LocalDate today) {
    List<String> problems = new ArrayList<>();
    if (!surveyGoals.stream().map(Goal::priority).sorted().toList().equals(IntStream.rangeClosed(1, surveyGoals.size()).boxed().toList())) {
      problems.add("Goals 調查目標: number them from 1 on, each number once 優先順序須由 1 起連續且不重複");
    }
    schedule.stream().filter(stage -> stage.end().isBefore(stage.start())).forEach(stage -> problems.add("Schedule 進度安排, " + stage.stage() + ": ends before it starts 結束早於開始"));
    schedule.stream().filter(stage -> stage.end().isAfter(reportDate)).forEach(stage -> problems.add("Schedule 進度安排, " + stage.stage() + ": ends after the report is due 晚於報告提交日期 " + reportDate));
    if (fieldEnd.isAfter(reportDate) || fieldEnd.isBefore(today)) {
      problems.add("End of field work 收集資料截止日期: between today and " + reportDate + " 須在今天與報告提交日期之間");
    }
    if (members.stream().anyMatch(Member::trainingNeeded) && (trainingPlan == null || trainingPlan.isBlank())) {
      problems.add("Training plan 培訓計劃: somebody needs training 有人員需培訓，須填");
    }
    if (total().signum() == 0) {
      problems.add("Budget 調查費用預算: the total must be above zero 合計須大於零");
    }
    return problems;
  }

  /** In words, for whoever approves. */
  String facts(String title, String purpose, BigDecimal annualBudget) {
    List<String> parts = new ArrayList<>();
    parts.add("**" + title + "**");
    parts.add("**Total 預算合計: " + SurveyWords.money(total()) + "**" + (annualBudget == null ? "" : " · Annual plan 年度計劃: " + SurveyWords.money(annualBudget)) + " · "
        + budget.stream().map(cost -> cost.item() + " " + SurveyWords.money(cost.amount())).collect(Collectors.joining(", ")));
    parts.add("**Goals 調查目標:** " + surveyGoals.stream().map(goal -> goal.priority() + ". " + goal.goal()).collect(Collectors.joining("; ")));
    parts.add("**Sources 資料及來源:** " + sources.stream().map(one -> one.data() + " – " + one.source()).collect(Collectors.joining("; ")));
    parts.add("**Schedule 進度:** " + schedule.stream().map(stage -> stage.stage() + " " + stage.start() + " – " + stage.end() + " " + stage.owner()).collect(Collectors.joining("; ")));
    parts.add("**Surveyors 調查人員:** " + members.stream().map(member -> member.name() + " (" + member.skill() + ")").collect(Collectors.joining("; ")));
    parts.add("**Cost control 成本控制:** " + costControl);
    parts.add(purpose);
    return SurveyWords.facts(parts);
  }

  /**
   * A goal.
   *
   * @param priority 1 is the first
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Goal(int priority, String goal) {
  }

  /** Data and where they come from. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Data(String data, String source) {
  }

  /** A stage of the work. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Stage(String stage, LocalDate start, LocalDate end, String owner) {
  }

  /** Somebody who surveys. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Member(String name, String skill, boolean trainingNeeded) {
  }

  /** An item of the budget. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Cost(String item, BigDecimal amount) {
  }
}
