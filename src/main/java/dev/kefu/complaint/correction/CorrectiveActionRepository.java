package dev.kefu.complaint.correction;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface CorrectiveActionRepository extends Repository<CorrectiveAction, Long> {

  CorrectiveAction save(CorrectiveAction action);

  Optional<CorrectiveAction> findByProcessInstanceId(String processInstanceId);

  Optional<CorrectiveAction> findByCaseNumber(String caseNumber);

  List<CorrectiveAction> findBySourceCaseOrderById(String sourceCase);

  List<CorrectiveAction> findByStatusAndKind(CorrectiveAction.Status status, String kind);
}
