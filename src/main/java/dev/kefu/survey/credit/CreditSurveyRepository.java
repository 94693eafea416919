package dev.kefu.survey.credit;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface CreditSurveyRepository extends Repository<CreditSurvey, Long> {

  CreditSurvey save(CreditSurvey survey);

  Optional<CreditSurvey> findByProcessInstanceId(String processInstanceId);

  List<CreditSurvey> findByCaseNumberOrderById(String caseNumber);

  Optional<CreditSurvey> findFirstByCustomerCodeAndStatusOrderById(String customerCode, CreditSurvey.Status status);

  Optional<CreditSurvey> findFirstByCustomerCodeAndAnswersIsNotNullOrderByIdDesc(String customerCode);
}
