package dev.kefu.aftersales.feedback;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ServiceFeedbackRepository extends Repository<ServiceFeedback, Long> {

  ServiceFeedback save(ServiceFeedback feedback);

  Optional<ServiceFeedback> findById(Long id);

  Optional<ServiceFeedback> findByProcessInstanceId(String processInstanceId);

  List<ServiceFeedback> findByCaseNumber(String caseNumber);
}
