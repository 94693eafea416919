-- Escalations of a month are counted.
create index deadline_clocks_escalated on deadline_clocks (escalated_at);
