/** Leaks and losses of customer data: their register and the steps of the process leak-incident (P74). What is secret of a leak stands in the register of classified values, not here. */
package dev.kefu.information.leak;
