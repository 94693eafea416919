package dev.kefu.survey.plan;

import java.util.List;
import org.springframework.data.repository.Repository;

interface SurveyNeedRepository extends Repository<SurveyNeed, Long> {

  SurveyNeed save(SurveyNeed need);

  List<SurveyNeed> findByPlanIdOrderById(long planId);
}
