package dev.kefu.survey.study;

import dev.kefu.engine.FormData;
import dev.kefu.survey.questionnaire.Question;
import dev.kefu.survey.questionnaire.Questionnaires;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Makes a new version of the questionnaire and lets it be answered on trial. */
@Component
@RequiredArgsConstructor
class DesignQuestionnaireDelegate implements JavaDelegate {

  private final Questionnaires questionnaires;

  @Override
  public void execute(DelegateExecution execution) {
    QuestionSheet sheet = FormData.read(execution, "questionnaire", QuestionSheet.class);
    List<Question> questions = sheet.asked(questionnaires.suggested(QuestionSheet.topics((String) execution.getVariable("topics"))));
    String surveyNo = (String) execution.getVariable("surveyNo");
    int version = questionnaires.design(surveyNo, (String) execution.getVariable("surveyTitle"), questions);
    questionnaires.trial(surveyNo);
    execution.setVariable("questionnaireFacts", SurveyWords.facts(List.of("**Version 版本 " + version + "** · " + questions.size() + " questions 題",
        IntStream.range(0, questions.size()).mapToObj(at -> (at + 1) + ". " + questions.get(at).label() + " (" + questions.get(at).kind().label() + ")").collect(Collectors.joining("\n\n")))));
  }
}
