package dev.kefu.relationship.reception;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface ReceptionRepository extends Repository<Reception, Long> {

  Reception save(Reception reception);

  Optional<Reception> findByProcessInstanceId(String processInstanceId);

  List<Reception> findByCaseNumberOrderById(String caseNumber);

  /** Receptions that took place, the latest first. */
  List<Reception> findByCustomerCodeAndReceivedAtIsNotNullOrderByReceivedAtDesc(String customerCode, Limit limit);
}
