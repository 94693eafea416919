package dev.kefu.budget.keeping;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ExpenseBookingRepository extends Repository<ExpenseBooking, Long> {

  ExpenseBooking save(ExpenseBooking booking);

  Optional<ExpenseBooking> findByProcessInstanceIdAndKind(String processInstanceId, ExpenseBooking.Kind kind);

  List<ExpenseBooking> findByCaseNumberOrderById(String caseNumber);

  /** What was paid of a month's budget. */
  @Query("select coalesce(sum(b.amount), 0) from ExpenseBooking b where b.budgetMonth = :month and b.sectionId = :section")
  BigDecimal used(String month, String section);
}
