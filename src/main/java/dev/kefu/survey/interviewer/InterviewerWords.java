package dev.kefu.survey.interviewer;

import dev.kefu.reporting.FormLabels;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/** Interviewers as people read them. */
final class InterviewerWords {

  static final Map<String, String> EDUCATIONS = FormLabels.of("survey/parttime-interviewer-selection-interview-survey-specialist", "education");
  static final Map<String, String> RATINGS = FormLabels.of("survey/parttime-interviewer-selection-settlement-assess", "rating");

  /** The engine keeps at most so many characters of a text. */
  private static final int MOST_CHARACTERS = 4000;

  private InterviewerWords() {
  }

  /** As options of a form. */
  static SpinJsonNode choices(Collection<Interviewer> people) {
    return Spin.JSON(people.stream().map(one -> Map.of("value", one.getName(), "label", one.getName())).toList());
  }

  /** As rows that a form begins with. */
  static SpinJsonNode rows(Collection<Interviewer> people) {
    return Spin.JSON(Map.of("rows", people.stream().map(one -> Map.of("name", one.getName())).toList()));
  }

  static String applicants(Recruitment recruitment) {
    return cut(recruitment.getInterviewers().stream().map(one -> "%s · %s · interview 面試 **%d**".formatted(one.getName(), EDUCATIONS.get(one.getEducation()), one.getInterviewScore()))
        .collect(Collectors.joining("\n\n")));
  }

  /** Whom it is settled with, by which terms. */
  static String work(Recruitment recruitment) {
    String terms = "**Pay for a valid questionnaire 每份有效問卷:** %s 元 · unpaid and redone above 不合格率超過即不付並重做: %d %%".formatted(recruitment.getPayPerValid().toPlainString(), recruitment.getMostInvalid());
    List<String> people = recruitment.engaged().stream().map(one -> "%s · assigned 派發 %d%s".formatted(one.getName(), one.getAssigned(), one.getSettledAt() == null ? ""
        : " · valid 有效 %d, invalid 無效 %d (%s %%), pay 報酬 %s 元".formatted(one.getValidAnswers(), one.getInvalidAnswers(),
            Interviewer.invalidShare(one.getValidAnswers(), one.getInvalidAnswers()).toPlainString(), one.getPay().toPlainString()))).toList();
    return cut(terms + "\n\n" + String.join("\n\n", people));
  }

  private static String cut(String text) {
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS - 1) + "…";
  }
}
