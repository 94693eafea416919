/** How time is counted, without a database: hours of a day, days of a calendar, arithmetic. */
package dev.kefu.calendar.reckoning;
