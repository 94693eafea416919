/** Working time of the enterprise: hours, holidays, make-up working days, exceptions. */
package dev.kefu.calendar;
