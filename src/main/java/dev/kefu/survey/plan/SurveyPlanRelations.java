package dev.kefu.survey.plan;

import dev.kefu.engine.RelatedCases;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The surveys of a plan, and the plan of a survey. */
@Component
@RequiredArgsConstructor
class SurveyPlanRelations implements RelatedCases {

  private final SurveyPlanRepository plans;
  private final PlannedSurveyRepository surveys;

  @Override
  @Transactional(readOnly = true)
  public List<RelatedCase> of(String caseNumber) {
    return Stream.concat(
        plans.findByCaseNumber(caseNumber).stream().flatMap(plan -> surveys.findByPlanIdOrderByItemNo(plan.getId()).stream()).map(PlannedSurvey::getSurveyCase).filter(Objects::nonNull)
            .map(survey -> new RelatedCase(survey, "Planned survey 計劃內調查")),
        surveys.findBySurveyCase(caseNumber).flatMap(survey -> plans.findById(survey.getPlanId())).stream().map(plan -> new RelatedCase(plan.getCaseNumber(), "Survey plan 調查計劃"))).toList();
  }
}
