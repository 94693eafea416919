package dev.kefu.survey.questionnaire;

import java.util.List;
import java.util.stream.Collectors;

/** Answers of a form that are none, each named. */
class AnswersRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<FieldProblem> problems;

  AnswersRefused(List<FieldProblem> problems) {
    super("Please correct 請更正: " + problems.stream().map(problem -> problem.label() + ": " + problem.message()).collect(Collectors.joining("; ")));
    this.problems = problems;
  }

  List<FieldProblem> problems() {
    return problems;
  }
}
