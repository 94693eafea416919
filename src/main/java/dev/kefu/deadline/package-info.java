/** Running clocks: due dates by table, pauses, reminder, escalation, hand-over; and who stands in for a post that nobody holds. */
package dev.kefu.deadline;
