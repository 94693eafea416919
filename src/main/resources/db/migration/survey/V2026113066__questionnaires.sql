-- Questionnaires of surveys, by version. status: DRAFT, TRIAL, RELEASED, REPLACED. What is released never changes.
create table survey_questionnaires (
  id          bigint auto_increment primary key,
  survey_no   varchar(20) not null,
  version_no  int         not null,
  title       varchar(80) not null,
  status      varchar(10) not null,
  designed_by varchar(64),
  designed_at datetime(3) not null,
  trial_at    datetime(3),
  released_by varchar(64),
  released_at datetime(3),
  version     int         not null,
  constraint survey_questionnaires_version unique (survey_no, version_no)
);

-- choices: JSON, a list of code and label.
create table survey_questions (
  questionnaire_id bigint       not null,
  position         int          not null,
  code             varchar(30)  not null,
  kind             varchar(20)  not null,
  topic            int          not null,
  label            varchar(300) not null,
  required         boolean      not null,
  may_refuse       boolean      not null,
  choices          varchar(8000),
  smallest         decimal(18, 4),
  largest          decimal(18, 4),
  constraint survey_questions_pk primary key (questionnaire_id, position),
  constraint survey_questions_code unique (questionnaire_id, code),
  constraint survey_questions_questionnaire foreign key (questionnaire_id) references survey_questionnaires (id)
);
