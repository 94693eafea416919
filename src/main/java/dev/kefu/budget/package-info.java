/** What the sections may spend in a month, what is reserved of it, and the expense ledger. */
package dev.kefu.budget;
