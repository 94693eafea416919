package dev.kefu.governance.expense;

import dev.kefu.governance.expense.ExpenseClaim.Status;
import java.math.BigDecimal;
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

  /** What other claims hold of a month's budget. */
  default BigDecimal reserved(String month, String section, String except) {
    return total(month, section, Status.APPROVED, except);
  }

  @Query("select coalesce(sum(c.total), 0) from ExpenseClaim c where c.budgetMonth = :month and c.sectionId = :section and c.status = :status "
      + "and c.caseNumber <> :except")
  BigDecimal total(String month, String section, Status status, String except);

  /** Other claims that bring one of these receipts and were not given up. */
  default List<String> withReceipts(Collection<String> receipts, String except) {
    return withReceipts(receipts, EnumSet.of(Status.CLAIMED, Status.RETURNED, Status.APPROVED, Status.PAID), except);
  }

  @Query("select distinct c.caseNumber from ExpenseClaim c join c.lines l where l.receiptNo in :receipts and c.status in :statuses and c.caseNumber <> :except "
      + "order by c.caseNumber")
  List<String> withReceipts(Collection<String> receipts, Collection<Status> statuses, String except);
}
