package dev.kefu.survey.study;

import dev.kefu.survey.questionnaire.FieldWork;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the table survey-quality asks of field work. */
final class FieldQuality {

  /** Per cent of the answers that are called back (dt-survey-quality). */
  static final BigDecimal SHARE_TO_CALL_BACK = BigDecimal.TEN;
  /** Per cent of an interviewer's answers that may be invalid (dt-survey-quality). */
  private static final BigDecimal MOST_INVALID = BigDecimal.TEN;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private FieldQuality() {
  }

  /** Per cent called back of the answers that can be: what the machine found invalid needs no call. 100 where nobody can be called. */
  static BigDecimal calledBack(FieldWork work) {
    int callable = work.valid() + work.recheckedInvalid();
    return callable == 0 ? HUNDRED : BigDecimal.valueOf(work.rechecked()).multiply(HUNDRED).divide(BigDecimal.valueOf(callable), 1, RoundingMode.HALF_UP);
  }

  /** Interviewers of whose answers too many were not confirmed. */
  static List<String> toRedo(FieldWork work) {
    return work.interviewers().stream().filter(line -> line.recheckedInvalidShare().compareTo(MOST_INVALID) > 0).map(FieldWork.Line::name).toList();
  }

  /** The figures in words, all together and by interviewer. */
  static String facts(FieldWork work) {
    return SurveyWords.facts(List.of("**Sample 樣本:** " + work.sample() + " · " + line(work.total()) + " · response 回收率 " + SurveyWords.percent(work.responseOfSample()),
        Stream.of("By interviewer 按調查員:").filter(title -> !work.interviewers().isEmpty()).collect(Collectors.joining())
            + work.interviewers().stream().map(line -> "\n\n" + (line.name().isEmpty() ? "–" : line.name()) + ": " + line(line)).collect(Collectors.joining())));
  }

  private static String line(FieldWork.Line line) {
    return "issued 發放 %d · returned 回收 %d · valid 有效 %d · called back 抽查 %d · not confirmed 不合格 %d (%s)".formatted(line.issued(), line.returned(), line.valid(), line.rechecked(), line.recheckedInvalid(),
        SurveyWords.percent(line.recheckedInvalidShare()));
  }
}
