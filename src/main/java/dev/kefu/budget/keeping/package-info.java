/** Keeps budgets, reservations and the expense ledger. */
package dev.kefu.budget.keeping;
