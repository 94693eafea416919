package dev.kefu.survey.study;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FactsRefused;
import java.util.List;

/**
 * The form customer-survey-set-content.
 *
 * @param topics codes of article 5
 * @param expertise yes or no
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Content(List<String> topics, String topicNotes, String keyPoints, String framework, String subjectKeyCustomers, String subjectOtherCustomers, int sampleSize, List<String> regions, String expertise,
               int staffFree) {

  /**
   * Refuses a survey of nobody.
   *
   * @throws FactsRefused when neither kind of customers is named
   */
  Content checked() {
    if (isBlank(subjectKeyCustomers) && isBlank(subjectOtherCustomers)) {
      throw new FactsRefused("Subjects 調查對象: name key customers or other customers 重點客戶與其他客戶至少填一項");
    }
    return this;
  }

  boolean isExpert() {
    return "yes".equals(expertise);
  }

  /** In words, below what the survey is for. */
  String facts(String purpose) {
    return SurveyWords.facts(List.of(purpose, "**Content 調查內容:** " + SurveyWords.listed(topics, SurveyWords.TOPICS), "**Explanation 項目說明:** " + topicNotes, "**Key points 調查要點:** " + keyPoints,
        "**Framework 思路與框架:** " + framework, "**Sample 樣本量:** " + sampleSize + " · " + SurveyWords.listed(regions, SurveyWords.REGIONS)));
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
