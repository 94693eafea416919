/** Running clocks: due dates by table, pauses, reminder, escalation, hand-over. */
package dev.kefu.deadline;
