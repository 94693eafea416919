package dev.kefu.survey.study;

import dev.kefu.calendar.TimeSpan;
import dev.kefu.calendar.WorkingCalendar;
import dev.kefu.survey.questionnaire.FieldWork;
import dev.kefu.survey.questionnaire.Questionnaires;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Does what the table says of the quality: more call-backs, answers asked again, five more working days, or the end of the field work. */
@Component
@RequiredArgsConstructor
class FollowSurveyQualityDelegate implements JavaDelegate {

  private static final TimeSpan EXTENSION = TimeSpan.parse("5wd");

  private final Questionnaires questionnaires;
  private final Surveys surveys;
  private final WorkingCalendar calendar;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Survey survey = surveys.get((Long) execution.getVariable("surveyId"));
    String quality = (String) execution.getVariable("fieldQuality");
    FieldWork work = questionnaires.fieldWork(survey.getSurveyNo());
    Date ends = (Date) execution.getVariable("fieldEnds");
    String note = switch (quality) {
      case "checkMore" -> {
        questionnaires.drawRechecks(survey.getSurveyNo(), FieldQuality.SHARE_TO_CALL_BACK);
        yield "**Less than 10 % called back: check more 抽查不足百分之十，須增加抽查**";
      }
      case "redoAll" -> "**Above 20 % invalid: all is asked again, review the interviewer 不合格率超過百分之二十，全部重做並審查調查員** (" + questionnaires.redo(survey.getSurveyNo(), null) + ")";
      case "redoBatch" -> "**Above 10 % invalid: asked again 不合格率超過百分之十，批次重做:** " + redo(survey.getSurveyNo(), work);
      case "extend" -> {
        Instant longer = calendar.due(Stream.of(ends.toInstant(), clock.instant()).max(Comparator.naturalOrder()).orElseThrow(), EXTENSION);
        survey.extend(longer.atZone(clock.getZone()).toLocalDate());
        ends = Date.from(longer);
        yield "**Less than 60 % returned: five more working days 回收率不足百分之六十，延長五個工作日:** " + survey.getFieldEnd();
      }
      default -> {
        questionnaires.close(survey.getSurveyNo());
        survey.collected(work);
        yield "";
      }
    };
    execution.setVariable("checkNote", note);
    execution.setVariable("collectNote", note);
    execution.setVariable("fieldEnds", ends);
    execution.setVariable("fieldFacts", FieldQuality.facts(questionnaires.fieldWork(survey.getSurveyNo())));
  }

  /** The interviewers above the limit; where the answers do not say who asked, all of them. */
  private String redo(String surveyNo, FieldWork work) {
    List<String> interviewers = FieldQuality.toRedo(work);
    int again = interviewers.stream().mapToInt(interviewer -> questionnaires.redo(surveyNo, interviewer)).sum();
    return String.join(", ", interviewers) + " (" + (again == 0 ? questionnaires.redo(surveyNo, null) : again) + ")";
  }
}
