package dev.kefu.budget.keeping;

import java.math.BigDecimal;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface BudgetReservationRepository extends Repository<BudgetReservation, Long> {

  BudgetReservation save(BudgetReservation reservation);

  /** What an instance holds: the one row of it that no other row frees. */
  @Query("select r from BudgetReservation r where r.processInstanceId = :processInstanceId and r.reverses is null "
      + "and not exists (select f.id from BudgetReservation f where f.reverses = r.id)")
  Optional<BudgetReservation> heldBy(String processInstanceId);

  /** What other instances hold of a month's budget. */
  @Query("select coalesce(sum(r.amount), 0) from BudgetReservation r where r.budgetMonth = :month and r.sectionId = :section and r.processInstanceId <> :except")
  BigDecimal reserved(String month, String section, String except);
}
