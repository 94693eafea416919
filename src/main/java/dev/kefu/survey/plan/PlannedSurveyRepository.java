package dev.kefu.survey.plan;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

interface PlannedSurveyRepository extends Repository<PlannedSurvey, Long> {

  PlannedSurvey save(PlannedSurvey survey);

  /** At once: what is drafted anew gets the same numbers. */
  @Modifying(flushAutomatically = true, clearAutomatically = true)
  @Query("delete from PlannedSurvey s where s.planId = :planId")
  void deleteByPlanId(@Param("planId") long planId);

  List<PlannedSurvey> findByPlanIdOrderByItemNo(long planId);

  List<PlannedSurvey> findByPlanIdInAndStatusIn(Collection<Long> planIds, Collection<PlannedSurvey.Status> statuses);

  /** What begins today or should have begun. */
  List<PlannedSurvey> findByStatusAndStartsOnLessThanEqualOrderByStartsOnAscPriorityAsc(PlannedSurvey.Status status, LocalDate day);

  Optional<PlannedSurvey> findBySurveyCase(String surveyCase);
}
