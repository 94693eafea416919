package dev.kefu.survey.study;

import dev.kefu.engine.RelatedCases;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The annual plan that a survey belongs to, and the surveys of a plan. */
@Component
@RequiredArgsConstructor
class SurveyRelations implements RelatedCases {

  private final SurveyRepository surveys;

  @Override
  @Transactional(readOnly = true)
  public List<RelatedCase> of(String caseNumber) {
    return Stream.concat(surveys.findFirstByCaseNumberOrderByIdDesc(caseNumber).stream().filter(survey -> survey.getPlanNumber() != null).map(survey -> new RelatedCase(survey.getPlanNumber(), "Annual survey plan 年度調查計劃")),
        surveys.findByPlanNumberOrderById(caseNumber).stream().map(survey -> new RelatedCase(survey.getCaseNumber(), "Survey 客戶調查"))).toList();
  }
}
