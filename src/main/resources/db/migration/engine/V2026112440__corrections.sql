-- Who corrected which form of a case, and why. What it said before and after stands in the engine's history.
create table engine_corrections (
  id                  bigint auto_increment primary key,
  case_number         varchar(20)  not null,
  process_instance_id varchar(64)  not null,
  activity_id         varchar(255) not null,
  root                varchar(64)  not null,
  corrector           varchar(64)  not null,
  reason              varchar(500) not null,
  corrected_at        datetime(3)  not null
);
create index engine_corrections_instance on engine_corrections (process_instance_id);
create index engine_corrections_case on engine_corrections (case_number);
