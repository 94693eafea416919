package dev.kefu.complaint.remedy;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface RemedyOrderRepository extends Repository<RemedyOrder, Long> {

  RemedyOrder save(RemedyOrder order);

  /** Locked until the transaction ends: branches are carried out side by side, and together they must not exceed what was approved. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  Optional<RemedyOrder> findByProcessInstanceId(String processInstanceId);

  List<RemedyOrder> findByCaseNumberOrderById(String caseNumber);
}
