package dev.kefu.governance.expense;

import dev.kefu.governance.expense.ExpenseClaim.Status;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ExpenseClaimRepository extends Repository<ExpenseClaim, Long> {

  ExpenseClaim save(ExpenseClaim claim);

  Optional<ExpenseClaim> findByProcessInstanceId(String processInstanceId);

  Optional<ExpenseClaim> findByCaseNumber(String caseNumber);

  /** Other claims that bring one of these receipts and were not given up. */
  default List<String> withReceipts(Collection<String> receipts, String except) {
    return withReceipts(receipts, EnumSet.of(Status.CLAIMED, Status.RETURNED, Status.APPROVED, Status.PAID), except);
  }

  @Query("select distinct c.caseNumber from ExpenseClaim c join c.lines l where l.receiptNo in :receipts and c.status in :statuses and c.caseNumber <> :except "
      + "order by c.caseNumber")
  List<String> withReceipts(Collection<String> receipts, Collection<Status> statuses, String except);
}
