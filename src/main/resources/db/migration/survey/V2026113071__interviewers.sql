-- Selections of part-time interviewers (parttime-interviewer-selection). A called one carries its caller's number, so a case number may stand here twice.
create table survey_recruitments (
  id                  bigint auto_increment primary key,
  case_number         varchar(20)    not null,
  process_instance_id varchar(64)    not null,
  settlement_case     varchar(20),
  survey_no           varchar(40)    not null,
  survey_title        varchar(200)   not null,
  number_needed       int            not null,
  profile             varchar(1000)  not null,
  need_by             varchar(64),
  least_mark          int            not null,
  pay_per_valid       decimal(8, 2)  not null,
  most_invalid        int            not null,
  trained_on          date,
  status              varchar(20)    not null,
  opened_at           datetime(3)    not null,
  ended_at            datetime(3),
  settled_at          datetime(3),
  version             int            not null,
  constraint survey_recruitments_instance unique (process_instance_id)
);
create index survey_recruitments_case on survey_recruitments (case_number);
create index survey_recruitments_settlement on survey_recruitments (settlement_case);
create index survey_recruitments_survey on survey_recruitments (survey_no);

-- Applicants, and what became of them. Id numbers stand in the register of classified values alone.
create table survey_interviewers (
  id              bigint auto_increment primary key,
  recruitment_id  bigint         not null,
  name            varchar(60)    not null,
  phone           varchar(30)    not null,
  education       varchar(20)    not null,
  interview_score int            not null,
  picked          boolean        not null,
  test_mark       int,
  undertaking     boolean        not null,
  assigned        int,
  valid_answers   int,
  invalid_answers int,
  redone          boolean        not null,
  pay             decimal(12, 2),
  rating          varchar(20),
  settled_at      datetime(3),
  constraint survey_interviewers_once unique (recruitment_id, name),
  constraint survey_interviewers_recruitment foreign key (recruitment_id) references survey_recruitments (id)
);
create index survey_interviewers_settled on survey_interviewers (settled_at);
