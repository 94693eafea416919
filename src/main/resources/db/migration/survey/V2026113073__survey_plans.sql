-- The register of survey plans (annual-survey-plan): of a year, or one unplanned survey that amends the plan of its year.
create table survey_plans (
  id                  bigint auto_increment primary key,
  case_number         varchar(20)   not null,
  process_instance_id varchar(64)   not null,
  plan_year           int           not null,
  planned             boolean       not null,
  drafter             varchar(64),
  selling_expense     decimal(16, 2),
  status              varchar(20)   not null,
  opened_at           datetime(3)   not null,
  ended_at            datetime(3),
  ran_on_until        date,
  version             int           not null,
  constraint survey_plans_instance unique (process_instance_id)
);
create index survey_plans_year on survey_plans (plan_year, status);
create index survey_plans_case on survey_plans (case_number);

-- What departments need to know.
create table survey_plan_needs (
  id         bigint auto_increment primary key,
  plan_id    bigint        not null,
  department varchar(30)   not null,
  question   varchar(4000) not null,
  purpose    varchar(500)  not null,
  needed_by  date,
  readers    varchar(200)  not null,
  frequency  varchar(20),
  said_by    varchar(64),
  constraint survey_plan_needs_plan foreign key (plan_id) references survey_plans (id)
);

-- The surveys of a plan, each with its day. survey_case is set when the survey is begun, so that it is begun once.
create table survey_plan_items (
  id              bigint auto_increment primary key,
  plan_id         bigint         not null,
  item_no         int            not null,
  priority        int            not null,
  title           varchar(80)    not null,
  department      varchar(30)    not null,
  goals           varchar(1000)  not null,
  topics          varchar(200)   not null,
  methods         varchar(200)   not null,
  key_customers   varchar(300)   not null,
  other_customers varchar(300)   not null,
  sample_size     int            not null,
  regions         varchar(200)   not null,
  leader          varchar(64)    not null,
  starts_on       date           not null,
  report_on       date           not null,
  asked_budget    decimal(14, 2) not null,
  budget          decimal(14, 2) not null,
  scope_note      varchar(500),
  carried_over    boolean        not null,
  status          varchar(20)    not null,
  survey_case     varchar(20),
  done_on         date,
  cost            decimal(14, 2),
  version         int            not null,
  constraint survey_plan_items_no unique (plan_id, item_no),
  constraint survey_plan_items_plan foreign key (plan_id) references survey_plans (id)
);
create index survey_plan_items_due on survey_plan_items (status, starts_on);
create index survey_plan_items_case on survey_plan_items (survey_case);
