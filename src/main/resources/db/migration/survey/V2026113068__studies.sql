-- The register of surveys (customer-survey). A caller that wants several surveys has one case number for all of them; the survey's number is unique.
create table survey_studies (
  id                    bigint auto_increment primary key,
  survey_no             varchar(20)   not null,
  case_number           varchar(20)   not null,
  process_instance_id   varchar(64)   not null,
  plan_number           varchar(20),
  title                 varchar(80)   not null,
  requesting_department varchar(30)   not null,
  purposes              varchar(100)  not null,
  purpose               varchar(2000) not null,
  scope                 varchar(1000) not null,
  expected_goal         varchar(1000) not null,
  report_date           date          not null,
  budget                decimal(12, 2),
  topics                varchar(100),
  sample_size           int           not null,
  regions               varchar(200),
  staff_free            int           not null,
  mode                  varchar(20),
  leader                varchar(64),
  planned_cost          decimal(12, 2),
  field_end             date,
  extended              boolean       not null,
  spent                 decimal(12, 2),
  agency_name           varchar(100),
  agency_fee            decimal(12, 2),
  survey_from           date,
  survey_to             date,
  issued                int,
  valid_answers         int,
  recheck_share         decimal(4, 1),
  recheck_invalid       decimal(4, 1),
  report_title          varchar(100),
  conclusions           int,
  secrecy_grade         varchar(20),
  warned_at             datetime(3),
  submitted_at          datetime(3),
  status                varchar(20)   not null,
  opened_at             datetime(3)   not null,
  ended_at              datetime(3),
  version               int           not null,
  constraint survey_studies_no unique (survey_no),
  constraint survey_studies_instance unique (process_instance_id)
);
create index survey_studies_case on survey_studies (case_number);
create index survey_studies_plan on survey_studies (plan_number);
create index survey_studies_due on survey_studies (report_date);
create index survey_studies_submitted on survey_studies (submitted_at);

-- The figures of a survey as they were when it was analysed: counts, cells of cross-tables, scores.
create table survey_study_results (
  survey_id bigint       not null,
  position  int          not null,
  sort      varchar(10)  not null,
  item      varchar(700) not null,
  choice    varchar(700) not null,
  counted   bigint,
  percent   decimal(4, 1),
  score     decimal(22, 2),
  constraint survey_study_results_pk primary key (survey_id, position),
  constraint survey_study_results_survey foreign key (survey_id) references survey_studies (id)
);
