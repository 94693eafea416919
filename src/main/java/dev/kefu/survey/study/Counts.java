package dev.kefu.survey.study;

import dev.kefu.survey.questionnaire.Analysis;
import dev.kefu.survey.questionnaire.Analysis.Counted;
import dev.kefu.survey.questionnaire.CrossTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Figures of the engine of questionnaires as a survey keeps and shows them. */
final class Counts {

  private static final String MALE = "male";

  private Counts() {
  }

  /** Counts of options, and means. */
  static List<Result> results(Analysis analysis) {
    return analysis.rows().stream().map(row -> new Result(row.score() == null ? Result.Sort.COUNT : Result.Sort.SCORE, row.item(), row.option(), row.count(), row.percent(), row.score())).toList();
  }

  /** The cells of a cross-table, row by row, each with its share of the row. */
  static List<Result> crossed(CrossTable table) {
    List<Result> results = new ArrayList<>();
    IntStream.range(0, table.rows().labels().size()).forEach(row -> IntStream.range(0, table.columns().labels().size()).forEach(column -> results.add(new Result(Result.Sort.CROSS,
        table.rows().label() + ": " + table.rows().labels().get(row), table.columns().label() + ": " + table.columns().labels().get(column), table.counts().get(row).get(column), table.percent(row, column), null))));
    return results;
  }

  /** The figures in words. */
  static String facts(Analysis analysis) {
    List<String> parts = new ArrayList<>();
    parts.add("**Valid answers 有效答卷:** " + analysis.sheets() + " · **Invalid 無效:** " + analysis.invalid());
    analysis.questions().forEach(figures -> parts.add("**" + figures.question().code() + "** " + figures.question().label() + ": " + figures.answered() + (figures.mean() == null ? "" : " · mean 平均 " + figures.mean())
        + figures.options().stream().map(option -> " · " + option.label() + " " + option.count() + " (" + SurveyWords.percent(option.percent()) + ")").collect(Collectors.joining())));
    return SurveyWords.facts(parts);
  }

  /** Age, gender and income of the respondents for the form, as far as they were asked and add up to 100. */
  static Map<String, Object> subjects(Analysis analysis) {
    Map<String, Object> subjects = new HashMap<>();
    analysis.questions().stream().filter(figures -> figures.answered() > 0).forEach(figures -> {
      switch (figures.question().code()) {
        case "age" -> subjects.put("subjectAge", bands(figures.options()));
        case "incomeBand" -> subjects.put("subjectIncome", bands(figures.options()));
        case "gender" -> subjects.put("subjectGender", List.of(figures.options().stream().collect(Collectors.toMap(option -> option.code().startsWith(MALE) ? "male" : "female", Counted::percent))));
        default -> {
        }
      }
    });
    return subjects;
  }

  private static List<Map<String, Object>> bands(List<Counted> options) {
    return options.stream().map(option -> Map.<String, Object>of("band", option.label(), "percent", option.percent())).toList();
  }
}
