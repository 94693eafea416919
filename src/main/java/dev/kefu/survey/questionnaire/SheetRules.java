package dev.kefu.survey.questionnaire;

import static dev.kefu.survey.questionnaire.GivenAnswers.REFUSED;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds answers to their questions: what is no answer is refused, what is a doubtful one is kept as invalid with the reason. */
final class SheetRules {

  private static final int LARGEST_SCALE = 5;
  private static final int LONGEST_SHORT_TEXT = 200;
  private static final int LONGEST_LONG_TEXT = 4000;
  private static final int MOST_DIGITS = 18;

  private final List<Question> questions;
  private final Map<String, Set<String>> options;
  private final SurveySettings settings;
  private final long scales;

  SheetRules(List<Question> questions, SurveySettings settings) {
    this.questions = questions;
    this.settings = settings;
    options = questions.stream().collect(Collectors.toMap(Question::code, question -> question.options().stream().map(Question.Option::code).collect(Collectors.toSet())));
    scales = questions.stream().filter(question -> question.kind() == QuestionKind.SCALE).count();
  }

  /**
   * Answers that were checked, in the order of the questions.
   *
   * @param chosen what is counted, and refusals
   * @param texts what was written
   * @param problems what is no answer; then the others are of no use
   */
  record Checked(Map<String, Object> chosen, Map<String, String> texts, List<FieldProblem> problems) {
  }

  Checked check(Map<String, Object> answers) {
    Map<String, Object> chosen = new LinkedHashMap<>();
    Map<String, String> texts = new LinkedHashMap<>();
    List<FieldProblem> problems = new ArrayList<>();
    for (Question question : questions) {
      Object given = answers.get(question.code());
      if (isBlank(given)) {
        continue;
      }
      try {
        Object answer = REFUSED.equals(given) ? refusal(question) : value(question, given);
        if (question.kind().isText() && !REFUSED.equals(answer)) {
          texts.put(question.code(), (String) answer);
        } else {
          chosen.put(question.code(), answer);
        }
      } catch (IllegalArgumentException wrong) {
        problems.add(new FieldProblem(question.code(), question.label(), wrong.getMessage()));
      }
    }
    answers.keySet().stream().filter(code -> !options.containsKey(code)).sorted().forEach(code -> problems.add(new FieldProblem(code, code, "is no question 無此題")));
    if (problems.isEmpty() && chosen.isEmpty() && texts.isEmpty()) {
      problems.add(new FieldProblem("answers", "Answers 答案", "nothing was answered 未作答"));
    }
    return new Checked(chosen, texts, problems);
  }

  private static boolean isBlank(Object given) {
    return given == null || given instanceof String text && text.isBlank() || given instanceof Collection<?> list && list.isEmpty();
  }

  private static String refusal(Question question) {
    if (!question.mayRefuse()) {
      throw new IllegalArgumentException("may not be refused 不可拒答");
    }
    return REFUSED;
  }

  private Object value(Question question, Object given) {
    return switch (question.kind()) {
      case SINGLE -> option(question, given);
      case MULTIPLE -> {
        Collection<?> list = given instanceof Collection<?> several ? several : List.of(given);
        Set<String> wanted = new HashSet<>();
        list.forEach(one -> wanted.add(option(question, one)));
        yield question.options().stream().map(Question.Option::code).filter(wanted::contains).toList();
      }
      case SCALE -> scale(given);
      case NUMBER -> number(question, given);
      case DATE -> date(given);
      case SHORT_TEXT -> text(given, LONGEST_SHORT_TEXT);
      case LONG_TEXT -> text(given, LONGEST_LONG_TEXT);
    };
  }

  private String option(Question question, Object given) {
    if (!(given instanceof String code) || !options.get(question.code()).contains(code)) {
      throw new IllegalArgumentException("is none of the options 不在選項之內");
    }
    return code;
  }

  private static Integer scale(Object given) {
    BigDecimal number = plainNumber(given);
    if (number == null || number.stripTrailingZeros().scale() > 0 || number.signum() <= 0 || number.compareTo(BigDecimal.valueOf(LARGEST_SCALE)) > 0) {
      throw new IllegalArgumentException("must be a whole number from 1 to 5 須為 1 至 5 的整數");
    }
    return number.intValueExact();
  }

  private static BigDecimal number(Question question, Object given) {
    BigDecimal number = plainNumber(given);
    if (number == null) {
      throw new IllegalArgumentException("must be a number 須為數字");
    }
    if (question.smallest() != null && number.compareTo(question.smallest()) < 0) {
      throw new IllegalArgumentException("must be at least %1$s 不得小於 %1$s".formatted(question.smallest().toPlainString()));
    }
    if (question.largest() != null && number.compareTo(question.largest()) > 0) {
      throw new IllegalArgumentException("must be at most %1$s 不得大於 %1$s".formatted(question.largest().toPlainString()));
    }
    return number;
  }

  private static BigDecimal plainNumber(Object given) {
    String text = given instanceof Number || given instanceof String ? given.toString().strip() : "";
    if (!text.matches("-?\\d{1,18}(\\.\\d{1,18})?([eE][+-]?\\d{1,2})?")) {
      return null;
    }
    BigDecimal number = new BigDecimal(text).stripTrailingZeros();
    return number.precision() > MOST_DIGITS || number.scale() > MOST_DIGITS || number.scale() < -MOST_DIGITS ? null : new BigDecimal(number.toPlainString());
  }

  private static String date(Object given) {
    try {
      return LocalDate.parse(given.toString().strip()).toString();
    } catch (DateTimeException noDate) {
      throw new IllegalArgumentException("must be a date like 2026-11-30 須為日期，例如 2026-11-30", noDate);
    }
  }

  private static String text(Object given, int longest) {
    String text = given.toString().strip();
    if (text.length() > longest) {
      throw new IllegalArgumentException("has more than %1$d characters 超過 %1$d 個字".formatted(longest));
    }
    return text;
  }

  /** Why answers are kept as invalid; one that is like another is found where they are kept. */
  Set<Invalidity> doubts(Checked checked, Integer seconds) {
    Set<Invalidity> doubts = EnumSet.noneOf(Invalidity.class);
    if (blanks(checked).size() > 1) {
      doubts.add(Invalidity.INCOMPLETE);
    }
    List<Object> scaled = questions.stream().filter(question -> question.kind() == QuestionKind.SCALE).map(question -> checked.chosen().get(question.code()))
        .filter(answer -> answer != null && !REFUSED.equals(answer)).toList();
    if (scales >= settings.straightLiningFrom() && scaled.size() >= settings.straightLiningFrom() && scaled.stream().distinct().count() == 1) {
      doubts.add(Invalidity.STRAIGHT_LINING);
    }
    if (seconds != null && seconds < (long) settings.secondsPerQuestion() * (checked.chosen().size() + checked.texts().size())) {
      doubts.add(Invalidity.TOO_FAST);
    }
    return doubts;
  }

  /** Obligatory questions without an answer; a refused one was answered. */
  List<Question> blanks(Checked checked) {
    return questions.stream().filter(Question::required).filter(question -> !checked.chosen().containsKey(question.code()) && !checked.texts().containsKey(question.code())).toList();
  }

  /** Whether enough was chosen to compare sheets by it. */
  boolean isComparable(Checked checked) {
    return checked.chosen().size() >= settings.identicalFrom();
  }
}
