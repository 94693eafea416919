package dev.kefu.complaint.handling;

import dev.kefu.complaint.SameComplaints;
import dev.kefu.complaint.handling.ComplaintCase.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks for the same complaints in the ledger. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
class LedgerMatters implements SameComplaints {

  private static final Set<Status> NO_COMPLAINTS = Set.of(Status.MERGED, Status.CANCELLED);

  private final ComplaintCaseRepository repository;

  @Override
  public Optional<Matter> matterOf(String caseNumber) {
    return repository.findFirstByCaseNumberOrderByIdDesc(caseNumber).map(ComplaintCase::matter);
  }

  @Override
  public List<String> since(Matter matter, Instant after, Instant until) {
    return repository.findByKindAndReceivedAtAfterAndReceivedAtLessThanEqualAndStatusNotInOrderByReceivedAt(matter.kind(), after, until, NO_COMPLAINTS).stream()
        .filter(row -> !"unfounded".equals(row.getFounded()))
        .filter(row -> matter.isRepeatedBy(new Matter(row.getProduct(), matter.kind(), row.getCauseCategory())))
        .map(ComplaintCaseRepository.MatterRow::getCaseNumber).toList();
  }
}
