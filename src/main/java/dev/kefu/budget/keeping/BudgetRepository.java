package dev.kefu.budget.keeping;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface BudgetRepository extends Repository<Budget, Long> {

  Budget save(Budget budget);

  Optional<Budget> findByBudgetMonthAndSectionId(String budgetMonth, String sectionId);

  List<Budget> findByBudgetMonthOrderBySectionId(String budgetMonth);

  /** Holds everybody else who decides against this budget until the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select b from Budget b where b.budgetMonth = :month and b.sectionId = :section")
  Optional<Budget> lock(String month, String section);
}
