package dev.kefu.budget.keeping;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** What a section may spend in a month, in yuan. */
@Entity
@Table(name = "budget_months")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Budget {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String budgetMonth;
  private String sectionId;
  private BigDecimal amount;
  @Version
  private int version;

  Budget(String budgetMonth, String sectionId, BigDecimal amount) {
    this.budgetMonth = budgetMonth;
    this.sectionId = sectionId;
    change(amount);
  }

  /**
   * Sets another amount; what is reserved or used stays so.
   *
   * @throws IllegalArgumentException for less than nothing
   */
  final void change(BigDecimal newAmount) {
    if (newAmount.signum() < 0) {
      throw new IllegalArgumentException("A budget is not less than nothing: " + newAmount);
    }
    amount = newAmount;
  }
}
