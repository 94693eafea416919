package dev.kefu.survey.study;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FactsRefused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The form customer-survey-report-write: art. 11 and 12. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ReportForm(String reportTitle, String commissionedBy, String background, String purpose, List<Conclusion> conclusions, List<Suggestion> suggestions, String appendix) {

  /**
   * Refuses conclusions that are not ordered by weight.
   *
   * @throws FactsRefused when the weights are not 1, 2, 3 …
   */
  ReportForm checked() {
    if (!conclusions.stream().map(Conclusion::weight).toList().equals(IntStream.rangeClosed(1, conclusions.size()).boxed().toList())) {
      throw new FactsRefused("Conclusions 調查結論: put them in the order of their weight, 1 first 須按輕重緩急由 1 起排列");
    }
    return this;
  }

  void into(Survey survey) {
    survey.report(reportTitle, conclusions.size());
  }

  /** In words, for whoever reviews. */
  String facts() {
    List<String> parts = new ArrayList<>();
    parts.add("**1 Subject 調查題目:** " + reportTitle);
    parts.add("**2 Purpose 調查目的:** " + SurveyWords.DEPARTMENTS.getOrDefault(commissionedBy, commissionedBy) + "\n\n" + background + "\n\n" + purpose);
    conclusions.forEach(conclusion -> parts.add("**3." + conclusion.weight() + "** " + conclusion.conclusion() + "\n\nEvidence 論據: " + conclusion.evidence()));
    suggestions.forEach(suggestion -> parts.add("**Suggestion 建議:** " + suggestion.suggestion() + " · " + SurveyWords.DEPARTMENTS.getOrDefault(suggestion.department(), suggestion.department()) + " · " + suggestion.date()));
    parts.add("**4 Appendix 調查附錄:** " + appendix);
    return SurveyWords.facts(parts);
  }

  /** A conclusion with what it rests on. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Conclusion(int weight, String conclusion, String evidence) {
  }

  /** What somebody should do. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Suggestion(String suggestion, String department, LocalDate date) {
  }
}
