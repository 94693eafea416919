package dev.kefu.survey.plan;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface SurveyPlanRepository extends Repository<SurveyPlan, Long> {

  SurveyPlan save(SurveyPlan plan);

  Optional<SurveyPlan> findById(long id);

  Optional<SurveyPlan> findByProcessInstanceId(String processInstanceId);

  Optional<SurveyPlan> findByCaseNumber(String caseNumber);

  /** The plan of a year that stands so; there is one at most. */
  Optional<SurveyPlan> findFirstByPlanYearAndPlannedTrueAndStatusInOrderById(int year, Collection<SurveyPlan.Status> statuses);

  List<SurveyPlan> findByPlanYearAndStatusOrderById(int year, SurveyPlan.Status status);
}
