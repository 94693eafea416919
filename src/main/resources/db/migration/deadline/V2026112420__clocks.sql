-- Clocks that run for a task, or (task_id null) for a whole case. case_number: a case without a number has the id of its top instance here.
-- next_at is when the sweep must look at the clock again; stale asks it to reckon the moments anew first.
create table deadline_clocks (
  id                  bigint auto_increment primary key,
  task_id             varchar(64),
  process_instance_id varchar(64)  not null,
  case_number         varchar(255) not null,
  process_key         varchar(255) not null,
  step                varchar(255) not null,
  typed               varchar(255),
  amount              int          not null,
  unit                varchar(2)   not null,
  anchor              varchar(255) not null,
  created_at          datetime(3)  not null,
  anchored_at         datetime(3)  not null,
  remind_at           datetime(3)  not null,
  due_at              datetime(3)  not null,
  hand_over_at        datetime(3)  not null,
  reminded_at         datetime(3),
  escalated_at        datetime(3),
  handed_over_at      datetime(3),
  superiors           varchar(1000),
  state               varchar(10)  not null,
  paused_since        datetime(3),
  next_at             datetime(3),
  stale               boolean      not null,
  finished_at         datetime(3)
);
create index deadline_clocks_next on deadline_clocks (state, next_at);
create index deadline_clocks_task on deadline_clocks (task_id);
create index deadline_clocks_case on deadline_clocks (case_number);
create index deadline_clocks_instance on deadline_clocks (process_instance_id);
create index deadline_clocks_stale on deadline_clocks (stale);

-- When a case waited for its customer, and at which step. Kept as intervals: what a clock has used of its time can be reckoned in any unit.
create table deadline_pauses (
  activity_instance_id varchar(64)  not null primary key,
  process_instance_id  varchar(64)  not null,
  case_number          varchar(255) not null,
  step                 varchar(255) not null,
  paused_at            datetime(3)  not null,
  resumed_at           datetime(3)
);
create index deadline_pauses_case on deadline_pauses (case_number);

-- The heartbeat of the sweep.
create table deadline_sweeps (
  id       int not null primary key,
  swept_at datetime(3)
);
insert into deadline_sweeps (id) values (1);
