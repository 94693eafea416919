-- The number of the case that was started because of what the customer said: a complaint.
alter table relationship_callbacks add column follow_up_case varchar(20);
