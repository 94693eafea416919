package dev.kefu.information.leak;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface InformationLeakRepository extends Repository<InformationLeak, Long> {

  InformationLeak save(InformationLeak leak);

  /** Locked until the transaction ends: containing, informing and telling go on side by side. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  Optional<InformationLeak> findByProcessInstanceId(String processInstanceId);

  Optional<InformationLeak> findByCaseNumber(String caseNumber);
}
