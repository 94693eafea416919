package dev.kefu.survey.profile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

interface InformationSurveyRepository extends Repository<InformationSurvey, Long> {

  InformationSurvey save(InformationSurvey survey);

  Optional<InformationSurvey> findById(long id);

  Optional<InformationSurvey> findByProcessInstanceId(String processInstanceId);

  List<InformationSurvey> findByCustomerCodeOrderById(String customerCode);

  Optional<InformationSurvey> findFirstByCaseNumberOrderByIdDesc(String caseNumber);

  Optional<InformationSurvey> findFirstByCustomerCodeAndStatusOrderByIdDesc(String customerCode, InformationSurvey.Status status);

  /** Which of the customers have a survey that is open, or was begun later than the moment. */
  @Query("select distinct s.customerCode from InformationSurvey s where s.customerCode in :customers and (s.endedAt is null or s.openedAt > :moment)")
  List<String> surveyedSince(@Param("customers") List<String> customers, @Param("moment") Instant moment);
}
