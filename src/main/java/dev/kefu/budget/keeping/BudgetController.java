package dev.kefu.budget.keeping;

import dev.kefu.budget.Budgets;
import dev.kefu.budget.MonthBudget;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.YearMonth;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The sections' monthly budgets for programs: managers and finance read them, the finance manager sets them (SecurityConfiguration). */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/budgets/{month}")
class BudgetController {

  private static final BigDecimal LARGEST = new BigDecimal("9999999999.99");
  private static final int DECIMALS = 2;

  private final Budgets budgets;
  private final ExpenseSections sections;

  /**
   * A budget to be.
   *
   * @param amount in yuan
   */
  record WantedBudget(BigDecimal amount) {
  }

  /** How every section stands in a month such as {@code 2026-11}. */
  @GetMapping
  List<MonthBudget> month(@PathVariable YearMonth month) {
    return budgets.of(month.toString());
  }

  @PutMapping("/{section}")
  MonthBudget set(@PathVariable YearMonth month, @PathVariable String section, @RequestBody WantedBudget wanted,
      Principal caller) {
    if (!sections.exists(section)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no section " + section + " 無此部門");
    }
    BigDecimal amount = wanted.amount();
    if (amount == null || amount.signum() < 0 || amount.compareTo(LARGEST) > 0 || amount.stripTrailingZeros().scale() > DECIMALS) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "amount: must be an amount of yuan with at most 2 decimals 金額無效");
    }
    budgets.set(month.toString(), section, amount, caller.getName());
    return budgets.standing(month.toString(), section, "");
  }
}
