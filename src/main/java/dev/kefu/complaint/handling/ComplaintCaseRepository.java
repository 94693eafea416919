package dev.kefu.complaint.handling;

import dev.kefu.complaint.handling.ComplaintCase.Status;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ComplaintCaseRepository extends Repository<ComplaintCase, Long> {

  ComplaintCase save(ComplaintCase complaint);

  Optional<ComplaintCase> findById(Long id);

  Optional<ComplaintCase> findByProcessInstanceId(String processInstanceId);

  Optional<ComplaintCase> findFirstByCaseNumberOrderByIdDesc(String caseNumber);

  List<ComplaintCase> findByCustomerCodeAndReceivedAtBetweenAndStatusInOrderByReceivedAtDesc(String customerCode, Instant from, Instant to, Collection<Status> status);

  List<ComplaintCase> findByMergedIntoOrderById(String caseNumber);

  List<MatterRow> findByKindAndReceivedAtAfterAndReceivedAtLessThanEqualAndStatusNotInOrderByReceivedAt(String kind, Instant after, Instant until, Collection<Status> status);

  /** As much of a complaint as tells whether it is about the same. */
  interface MatterRow {

    String getCaseNumber();

    String getProduct();

    String getCauseCategory();

    String getFounded();
  }
}
