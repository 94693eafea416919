-- The register of corrective actions (complaint-corrective-action, P62). source_case: the complaint, absent when an analysis asked.
create table complaint_corrections (
  id                  bigint auto_increment primary key,
  case_number         varchar(20)   not null,
  process_instance_id varchar(64)   not null,
  source_case         varchar(20),
  facts               varchar(4000) not null,
  product             varchar(100),
  kind                varchar(30),
  cause_category      varchar(20),
  customer_code       varchar(7),
  department          varchar(64),
  status              varchar(20)   not null,
  round_no            int           not null,
  opened_at           datetime(3)   not null,
  order_text          varchar(2000),
  ordered_by          varchar(64),
  ordered_at          datetime(3),
  plan_owner          varchar(64),
  plan_due            date,
  planned_by          varchar(64),
  planned_at          datetime(3),
  plan_returns        int           not null,
  checked_by          varchar(64),
  checked_at          datetime(3),
  work_done           varchar(2000),
  proof               varchar(1000),
  carried_on          date,
  carried_by          varchar(64),
  carried_in_time     boolean,
  refusals            int           not null,
  round_refusals      int           not null,
  accepted_by         varchar(64),
  accepted_at         datetime(3),
  watched_until       datetime(3),
  withdrawal_reason   varchar(500),
  ended_at            datetime(3),
  version             int           not null,
  constraint complaint_corrections_instance unique (process_instance_id)
);
create index complaint_corrections_source on complaint_corrections (source_case);
create index complaint_corrections_status on complaint_corrections (status, kind);
create index complaint_corrections_ordered on complaint_corrections (ordered_at);

-- Measures of the plan that holds.
create table complaint_correction_measures (
  correction_id bigint       not null,
  position      int          not null,
  measure       varchar(500) not null,
  owner         varchar(50)  not null,
  due_on        date         not null,
  evidence      varchar(200) not null,
  primary key (correction_id, position),
  constraint complaint_correction_measures_of foreign key (correction_id) references complaint_corrections (id)
);

-- The same complaint again after an acceptance.
create table complaint_correction_repeats (
  correction_id bigint      not null,
  position      int         not null,
  round_no      int         not null,
  case_number   varchar(20) not null,
  primary key (correction_id, position),
  constraint complaint_correction_repeats_of foreign key (correction_id) references complaint_corrections (id)
);

-- The corrective actions that a complaint led to.
create table complaint_case_corrections (
  complaint_id    bigint      not null,
  position        int         not null,
  correction_case varchar(20) not null,
  primary key (complaint_id, position),
  constraint complaint_case_corrections_of foreign key (complaint_id) references complaint_cases (id)
);
