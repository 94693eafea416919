/** Review of department spending and staff claims: the register, the budgets, the ledger and the steps of the process expense-claim-review. */
package dev.kefu.governance.expense;
