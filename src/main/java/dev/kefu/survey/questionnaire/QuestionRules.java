package dev.kefu.survey.questionnaire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a questionnaire must be before anybody is asked. */
final class QuestionRules {

  private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,29}");
  private static final Pattern OPTION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,29}");
  private static final int MOST_QUESTIONS = 200;
  private static final int LONGEST_LABEL = 300;
  private static final int LONGEST_OPTION = 100;
  private static final int LONGEST_CHOICES = 8000;
  private static final int TOPICS = Topic.values().length;
  /** Headings of files that name no question. */
  private static final Set<String> RESERVED = Set.of("respondent", "interviewer", "batch", "way", "interviewedat", "seconds");

  private QuestionRules() {
  }

  /** What is wrong, each for people; empty when nothing is. */
  static List<String> problems(List<Question> questions) {
    List<String> problems = new ArrayList<>();
    if (questions.isEmpty()) {
      problems.add("A questionnaire has at least one question. 問卷至少須有一題。");
    }
    if (questions.size() > MOST_QUESTIONS) {
      problems.add("A questionnaire has at most %1$d questions. 問卷最多 %1$d 題。".formatted(MOST_QUESTIONS));
    }
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < questions.size(); i++) {
      Question question = questions.get(i);
      String which = "Question %1$d 第 %1$d 題: ".formatted(i + 1);
      problemsOf(question).forEach(problem -> problems.add(which + problem));
      if (question.code() != null && !codes.add(question.code().toLowerCase(Locale.ROOT))) {
        problems.add(which + "another question has the code \"" + question.code() + "\" 代碼重複");
      }
    }
    return problems;
  }

  private static List<String> problemsOf(Question question) {
    List<String> problems = new ArrayList<>();
    if (question.code() == null || !CODE.matcher(question.code()).matches() || RESERVED.contains(question.code().toLowerCase(Locale.ROOT))) {
      problems.add("the code must be a letter, then letters, digits, - and _, 30 at most, and no name of another column 代碼須為字母開頭的字母、數字、-、_，至多 30 個，且非保留名稱");
    }
    if (question.label() == null || question.label().isBlank() || question.label().length() > LONGEST_LABEL) {
      problems.add("the question must have 1 to %1$d characters 題目須為 1 至 %1$d 個字".formatted(LONGEST_LABEL));
    }
    if (question.topic() < 1 || question.topic() > TOPICS) {
      problems.add("the topic must be 1 to 8 (article 5) 內容須為第五條所列 1 至 8 項之一");
    }
    if (question.kind() == null) {
      problems.add("the kind is missing 缺題型");
    } else if (question.kind().hasOptions()) {
      problems.addAll(optionProblems(question.options()));
    } else if (!question.options().isEmpty()) {
      problems.add("only a choice has options 僅選擇題可有選項");
    }
    if (question.smallest() != null && question.largest() != null && question.smallest().compareTo(question.largest()) > 0) {
      problems.add("the smallest number is above the largest 最小值大於最大值");
    }
    return problems;
  }

  private static List<String> optionProblems(List<Question.Option> options) {
    List<String> problems = new ArrayList<>();
    if (options.size() < 2) {
      problems.add("a choice has at least two options 選擇題至少須有兩個選項");
    }
    if (options.stream().anyMatch(option -> option.code() == null || !OPTION.matcher(option.code()).matches() || option.label() == null || option.label().isBlank()
        || option.label().length() > LONGEST_OPTION)) {
      problems.add("an option has a code of letters and digits, 30 at most, and a text of 1 to %1$d characters 選項須有代碼及 1 至 %1$d 個字的文字".formatted(LONGEST_OPTION));
    } else if (StoredQuestion.write(options).length() > LONGEST_CHOICES) {
      problems.add("there are too many options 選項過多");
    }
    if (options.stream().map(Question.Option::code).distinct().count() < options.size() || options.stream().map(Question.Option::label).distinct().count() < options.size()) {
      problems.add("two options are the same 選項重複");
    }
    return problems;
  }
}
