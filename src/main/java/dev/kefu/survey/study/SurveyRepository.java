package dev.kefu.survey.study;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface SurveyRepository extends Repository<Survey, Long> {

  Survey save(Survey survey);

  Optional<Survey> findById(long id);

  Optional<Survey> findByProcessInstanceId(String processInstanceId);

  Optional<Survey> findFirstByCaseNumberOrderByIdDesc(String caseNumber);

  int countByCaseNumber(String caseNumber);

  List<Survey> findByPlanNumberOrderById(String planNumber);
}
