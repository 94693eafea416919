/** Call-back of customers by phone or at the door: the register, the due list and the steps of the process customer-callback and its part customer-callback-schedule. */
package dev.kefu.relationship.callback;
