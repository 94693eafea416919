-- Credit surveys (customer-credit-survey): one row a case. answers: what the surveyor entered, classified fields left out, for the next survey to confirm.
create table survey_credit_surveys (
  id                  bigint auto_increment primary key,
  case_number         varchar(20)    not null,
  process_instance_id varchar(64)    not null,
  customer_code       varchar(7)     not null,
  occasion            varchar(20)    not null,
  wanted_limit        decimal(14, 2),
  surveyor            varchar(64),
  answers             longtext,
  missing             varchar(500),
  knock_outs          varchar(100),
  overdue_days        int,
  monthly_sales       decimal(14, 2),
  receivable          decimal(14, 2),
  open_orders         decimal(14, 2),
  score               int,
  rated_grade         varchar(3),
  rated_limit         decimal(14, 2),
  first_order         boolean        not null,
  proposed_grade      varchar(3),
  proposed_limit      decimal(14, 2),
  formula_limit       decimal(14, 2),
  special_approval    boolean        not null,
  adjust_reason       varchar(1000),
  proposed_by         varchar(64),
  payment_chosen      varchar(30),
  guarantee           boolean        not null,
  finance_opinion     varchar(20),
  status              varchar(20)    not null,
  opened_at           datetime(3)    not null,
  ended_at            datetime(3),
  version             int            not null,
  constraint survey_credit_surveys_instance unique (process_instance_id)
);
create index survey_credit_surveys_customer on survey_credit_surveys (customer_code, id);
create index survey_credit_surveys_case on survey_credit_surveys (case_number);
create index survey_credit_surveys_opened on survey_credit_surveys (opened_at);

-- The history of credit grades: only ever inserted into. moved: by how many grades it rose (positive) or fell.
create table survey_credit_grades (
  id               bigint auto_increment primary key,
  customer_code    varchar(7)     not null,
  case_number      varchar(20),
  fact             varchar(20)    not null,
  grade            varchar(3),
  previous_grade   varchar(3),
  moved            int            not null,
  score            int,
  credit_limit     decimal(14, 2) not null,
  formula_limit    decimal(14, 2),
  term_days        int            not null,
  guarantee        boolean        not null,
  payment_mode     varchar(30)    not null,
  special_approval boolean        not null,
  reason           varchar(1000),
  monthly_sales    decimal(14, 2),
  receivable       decimal(14, 2),
  open_orders      decimal(14, 2),
  valid_until      date,
  noted_by         varchar(64),
  noted_at         datetime(3)    not null
);
create index survey_credit_grades_customer on survey_credit_grades (customer_code, id);
create index survey_credit_grades_time on survey_credit_grades (noted_at);
