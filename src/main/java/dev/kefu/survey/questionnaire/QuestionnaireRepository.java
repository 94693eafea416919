package dev.kefu.survey.questionnaire;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface QuestionnaireRepository extends Repository<StoredQuestionnaire, Long> {

  StoredQuestionnaire save(StoredQuestionnaire questionnaire);

  Optional<StoredQuestionnaire> findFirstBySurveyNoOrderByVersionNoDesc(String surveyNo);

  Optional<StoredQuestionnaire> findFirstBySurveyNoAndStatusOrderByVersionNoDesc(String surveyNo, QuestionnaireState status);

  List<StoredQuestionnaire> findBySurveyNoOrderByVersionNo(String surveyNo);
}
