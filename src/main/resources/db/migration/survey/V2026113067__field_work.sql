-- Field work of a survey: how its sample was drawn, and whether answers are still taken. Whoever takes answers locks the row.
create table survey_field_work (
  survey_no     varchar(20) not null primary key,
  method        varchar(20),
  seed          bigint,
  stratified_by varchar(20),
  sample_size   int,
  reserve_size  int,
  frame_size    int,
  frame_digest  varchar(64),
  drawn_by      varchar(64),
  drawn_at      datetime(3),
  closed_at     datetime(3)
);

-- Who is asked. state: RESERVE, DRAWN, ISSUED, REFUSED. Whoever answers without having been drawn has a row too.
create table survey_members (
  id          bigint auto_increment primary key,
  survey_no   varchar(20) not null,
  respondent  varchar(40) not null,
  region      varchar(20),
  grade       varchar(1),
  stratum     varchar(50),
  position    int         not null,
  state       varchar(10) not null,
  interviewer varchar(64),
  batch       varchar(40),
  issued_at   datetime(3),
  refused_at  datetime(3),
  refusal     varchar(300),
  replaced_by varchar(40),
  constraint survey_members_respondent unique (survey_no, respondent)
);
create index survey_members_state on survey_members (survey_no, state, position);
create index survey_members_issued on survey_members (issued_at);

-- Answers. answers: JSON, code of the question to option, list of options, number or day; texts: JSON, code to what was written. Refused: #refused.
-- digest: of all that was answered; pattern_digest: of the chosen options where there are enough to compare. set_aside: 0, or the own id of a sheet that is
-- asked again. recheck: DRAWN, CONFIRMED, INVALID.
create table survey_sheets (
  id               bigint auto_increment primary key,
  survey_no        varchar(20)   not null,
  questionnaire_id bigint        not null,
  trial            boolean       not null,
  respondent       varchar(40)   not null,
  set_aside        bigint        not null,
  interviewer      varchar(64),
  batch            varchar(40),
  way              varchar(20),
  interviewed_at   datetime(3),
  seconds          int,
  answers          varchar(8000) not null,
  texts            mediumtext,
  digest           varchar(64)   not null,
  pattern_digest   varchar(64),
  accepted         boolean       not null,
  reasons          varchar(100),
  judged_by        varchar(64),
  judgement        varchar(300),
  recheck          varchar(10),
  recheck_note     varchar(300),
  rechecked_by     varchar(64),
  rechecked_at     datetime(3),
  import_id        bigint,
  import_row       bigint,
  entered_by       varchar(64)   not null,
  entered_at       datetime(3)   not null,
  constraint survey_sheets_respondent unique (survey_no, trial, respondent, set_aside),
  constraint survey_sheets_questionnaire foreign key (questionnaire_id) references survey_questionnaires (id)
);
create index survey_sheets_version on survey_sheets (questionnaire_id, trial, set_aside, id);
create index survey_sheets_pattern on survey_sheets (survey_no, pattern_digest);
create index survey_sheets_entered on survey_sheets (entered_at);

-- Files of answers. state: RUNNING, DONE, FAILED.
create table survey_imports (
  id              bigint auto_increment primary key,
  survey_no       varchar(20)   not null,
  file_name       varchar(255)  not null,
  sha256          varchar(64)   not null,
  ignored_columns varchar(1000) not null,
  uploaded_by     varchar(64)   not null,
  uploaded_at     datetime(3)   not null,
  state           varchar(10)   not null,
  rows_total      bigint        not null,
  rows_read       bigint        not null,
  accepted        bigint        not null,
  invalid         bigint        not null,
  refused         bigint        not null,
  duplicates      bigint        not null,
  moved_at        datetime(3)   not null,
  ended_at        datetime(3),
  problem         varchar(500)
);
create index survey_imports_survey on survey_imports (survey_no, id);

-- Why rows were refused; never what stood in them.
create table survey_import_errors (
  id         bigint auto_increment primary key,
  import_id  bigint       not null,
  import_row bigint       not null,
  reference  varchar(100) not null,
  label      varchar(300) not null,
  message    varchar(500) not null
);
create index survey_import_errors_import on survey_import_errors (import_id, id);
